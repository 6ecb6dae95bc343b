//! Writes invented pages into a folder, each beside the dossier that its element loads: `stories FOLDER COUNT BYTES CLAIMS`.

use invented::{LATIN, Page};
use std::env::args;
use std::fs;
use std::io::Result;
use std::path::Path;

/// How many of them are told from each other.
const STORIES: usize = 10;

fn main() -> Result<()> {
    let arguments: Vec<String> = args().skip(1).collect();
    let [folder, numbers @ ..] = arguments.as_slice() else { panic!("which folder?") };
    let numbers: Vec<usize> = numbers.iter().map(|number| number.parse().expect("a number")).collect();
    let [count, bytes, claims] = numbers[..] else { panic!("how many, how long, with how many claims?") };
    for story in 0..STORIES {
        let (page, folder) = (Page::new(&LATIN, bytes, story as u64), Path::new(folder).join(story.to_string()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("dossier.json"), page.dossier(claims))?;
        for nth in (story..count).step_by(STORIES) {
            fs::write(folder.join(format!("{nth}.html")), page.html())?;
        }
    }
    Ok(())
}
