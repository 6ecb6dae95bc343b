import { createSSRApp } from 'vue';
import { Article } from './article.js';

window.app = { hydrate: () => createSSRApp(Article).mount('#story') };
