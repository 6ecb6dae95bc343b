// What is on disk, as the preview's server tells of it.

/**
 * Calls `changed` at once and then whenever a file is saved, and `answers` with whether the server does. A page that nobody
 * sees keeps no connection, of which browsers allow few: it is told as soon as it is seen again.
 */
export function follow(changed, answers = () => {}) {
  let events, known;
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource('/preview/changes');
    events.onmessage = ({ data }) => {
      answers(true);
      if (data !== known) changed();
      known = data;
    };
    events.onerror = () => answers(false);
  };
  document.addEventListener('visibilitychange', listen);
  listen();
}
