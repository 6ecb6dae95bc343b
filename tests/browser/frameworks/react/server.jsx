import { renderToString } from 'react-dom/server';
import { Article } from './article.jsx';

export const render = () => renderToString(<Article />);
