import type { ExchangeSink } from "../client/index.ts";
import { exchangeLine } from "../suites/run/exchange-channel.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import type { Progress } from "./progress.ts";

/**
 * With `--verbose`, prints each exchange of clients that count their exchanges apart from those of
 * the checks.
 * @param phase comes before the ids, so that each occurs once
 */
export function told(
  phase: string,
  { baseUrls }: Pick<RunConfig, "baseUrls">,
  { verbose }: { verbose?: true },
  progress: Progress,
): { onExchange?: ExchangeSink } {
  if (!verbose) return {};
  return {
    onExchange: (exchange) => {
      const line = exchangeLine(exchange, baseUrls[exchange.version]);
      progress.note(`${phase}/${line}`);
    },
  };
}
