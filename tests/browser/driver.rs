//! The WebDriver protocol: JSON over HTTP, to a driver that was started for us.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

/// What a driver answers, or its complaint.
pub type Answer = Result<Value, String>;

/// A program that ends with this value.
pub struct Program(Child);

impl Program {
    /// Starts it; what it says goes to `log`.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self, String> {
        fs::create_dir_all(log.parent().expect("logs have a folder")).map_err(|error| error.to_string())?;
        let file = File::create(log).map_err(|error| error.to_string())?;
        let both = file.try_clone().map_err(|error| error.to_string())?;
        let child = command.stdin(Stdio::null()).stdout(both).stderr(file).spawn();
        child.map(Program).map_err(|error| format!("can't start {:?}: {error}", command.get_program()))
    }
}

impl From<Child> for Program {
    fn from(child: Child) -> Self {
        Program(child)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

/// One browser, under a driver of its own.
pub struct Session {
    agent: Agent,
    /// Address of the session's commands.
    base: String,
    /// The driver, and what it needs to run. Ended in this order.
    _programs: Vec<Program>,
}

impl Session {
    /// Waits until the driver at `port` is ready, and opens a session. `programs` end with it.
    pub fn open(port: u16, programs: Vec<Program>, capabilities: &Value) -> Result<Self, String> {
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(90)));
        let agent: Agent = config.build().into();
        let driver = format!("http://127.0.0.1:{port}");
        let deadline = Instant::now() + Duration::from_secs(30);
        while agent.get(format!("{driver}/status")).call().is_err() {
            if Instant::now() > deadline {
                return Err("the driver does not answer".into());
            }
            sleep(Duration::from_millis(50));
        }
        let mut session = Session { agent, base: format!("{driver}/session"), _programs: programs };
        let opened = session.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = opened["sessionId"].as_str().ok_or("the driver opened no session")?;
        session.base = format!("{}/{id}", session.base);
        Ok(session)
    }

    /// Sends a command: `path` is what follows the session's address, with its slash.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.base)).content_type("application/json");
        read(request.send(body.to_string()))
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Answer {
        read(self.agent.get(format!("{}{path}", self.base)).call())
    }

    /// Takes something back: a cookie, a window's actions.
    pub fn delete(&self, path: &str) -> Answer {
        read(self.agent.delete(format!("{}{path}", self.base)).call())
    }

    /// Runs a function body in the page and waits for what it returns, a promise too.
    pub fn script(&self, body: &str, args: &[Value]) -> Answer {
        self.post("/execute/sync", &json!({ "script": body, "args": args }))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Closes the browser. If that fails there is no browser to close.
        let _ = self.delete("");
    }
}

fn read(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    let text = response.and_then(|mut response| response.body_mut().with_config().limit(64 << 20).read_to_string());
    let text = text.map_err(|error| format!("the driver is gone: {error}"))?;
    let mut answer: Value = serde_json::from_str(&text).map_err(|_| format!("the driver says {text}"))?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
        None => Ok(value),
    }
}
