/** Why no rule, difference, schema or setting refers to a fact, where the reason is that of several. */

export const background = "Background for a reader: no request shows it.";

export const misprint = "An error of the documentation, kept so that no one follows it.";

export const aboutClients = "It is about a client, not about a response of Slack.";
