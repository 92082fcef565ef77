import { Eta } from "eta";
import { pagePolicy } from "../../../reports/page-style.ts";
import { visible } from "../../../reports/visible-text.ts";
import type { Certification, CertificationLevel } from "../../../schemas/index.ts";
import { dateInWords } from "./dates.ts";
import { layoutOf } from "./layout.ts";
import { marked } from "./marked.ts";
import { numbersTable } from "./numbers.ts";
import { particulars } from "./particulars.ts";
import { shownName } from "./shown-name.ts";
import { certificateStyle } from "./style.ts";
import { template } from "./template.ts";
import {
  heading,
  levelInWords,
  levelTitle,
  notice,
  specimenNotice,
  statement,
  verify,
} from "./words.ts";

const tones: Readonly<Record<CertificationLevel, "good" | "odd" | "bad">> = {
  conformant: "good",
  "conformant with declared deviations": "good",
  partial: "odd",
  "not conformant": "bad",
};

/**
 * The certificate as one HTML document without scripts or other files: two A4 pages when it is
 * printed, and an annex where lists are longer than their room. Everything is computed from the
 * certification, so that it is the same byte for byte when made twice.
 */
export function certificatePage(certification: Certification): string {
  const { product, specimen, texts, evidence, level } = certification;
  const { fit, lists, suppressed, notTested } = layoutOf(certification);
  const annex = [...lists, suppressed].filter(({ more }) => more.length > 0);
  const digest = evidence.files.find(({ name }) => name === "results.json")?.sha256 ?? "";
  return new Eta({ autoEscape: true }).renderString(template, {
    policy: pagePolicy,
    style: certificateStyle(fit, digest.slice(0, 16), specimen),
    title: `${heading}: ${shownName(product.product)} ${shownName(product.version)}`,
    notice,
    specimen: specimen ? specimenNotice : "",
    heading,
    product: shownName(product.product),
    version: shownName(product.version),
    tone: tones[level],
    level: levelTitle(certification),
    levelInWords: levelInWords(certification),
    particulars: particulars(certification),
    texts: texts.map(({ name, date, url }) => ({
      name: visible(name),
      date: dateInWords(date),
      url: /^https?:\/\//.test(url) ? url : "",
    })),
    numbers: numbersTable(certification),
    lists,
    isDivided: fit.isDivided,
    notTested,
    suppressed,
    verify,
    files: evidence.files,
    statement: statement(certification),
    annex,
    marked,
  });
}
