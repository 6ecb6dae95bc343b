// The demo's choice of a look: each is a style sheet in /themes that sets what docs/theming.md lists.

const choice = document.querySelector('#theme');
const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet' });

choice.addEventListener('change', () => {
  sheet.remove();
  if (choice.value) {
    sheet.href = `/themes/${choice.value}.css`;
    document.head.append(sheet);
  }
});
choice.closest('[hidden]').hidden = false;
