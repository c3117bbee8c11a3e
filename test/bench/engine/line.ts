/**
 * The harness asks which n8n version it runs; jest says so in its config, this process here. Must be imported before
 * the harness.
 */
(globalThis as { engineLine?: number }).engineLine = 2;
