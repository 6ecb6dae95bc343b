import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { Article } from './article.js';

export const render = () => renderToString(createSSRApp(Article));
