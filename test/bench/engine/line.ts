/** The harness asks which n8n line it runs; jest says so in its config, this process here. Import it before the harness. */
(globalThis as { engineLine?: number }).engineLine = 2;
