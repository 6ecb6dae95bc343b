import { hydrateRoot } from 'react-dom/client';
import { Article } from './article.jsx';

window.app = { hydrate: () => hydrateRoot(document.querySelector('#story'), <Article />) };
