import { hydrate } from 'svelte';
import Article from './Article.svelte';

window.app = { hydrate: () => hydrate(Article, { target: document.querySelector('#story') }) };
