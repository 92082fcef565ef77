import { Eta } from "eta";

/** A text as HTML, as the templates of the pages escape it. */
export const { escapeFunction: escapeHtml } = new Eta().config;
