import * as variorum from "/variorum/variorum.js";
window.variorum = variorum;
