import { render as html } from 'svelte/server';
import Article from './Article.svelte';

export const render = () => html(Article).body;
