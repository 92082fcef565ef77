import type { Certification } from "../../../schemas/index.ts";
import { type Content, type Fit, fitOf, type Piece, smallestSize } from "./fit.ts";
import { type List, listsOf, type Room, suppressedList } from "./lists.ts";
import { type NotTestedRow, notTestedRows } from "./not-tested.ts";
import { numbersTable } from "./numbers.ts";
import { particulars } from "./particulars.ts";
import {
  heading,
  levelInWords,
  levelTitle,
  notice,
  specimenNotice,
  statement,
  verify,
} from "./words.ts";

/** Ways to set the two pages, the best first: twenty deviations, unless their texts are very long. */
const settings = [
  { size: 8, room: { deviations: 20, others: 20, reasons: 240 } },
  { size: 8, room: { deviations: 20, others: 8, reasons: 160 } },
  { size: 8, room: { deviations: 20, others: 4, reasons: 80 } },
  { size: 7.5, room: { deviations: 20, others: 2, reasons: 40 } },
  { size: 8, room: { deviations: 14, others: 2, reasons: 40 } },
  { size: 8, room: { deviations: 8, others: 1, reasons: 40 } },
  { size: 8, room: { deviations: 4, others: 0, reasons: 40 } },
  { size: 7.5, room: { deviations: 0, others: 0, reasons: 40 } },
] as const satisfies readonly { size: number; room: Room }[];

/** The parts whose length depends on the room. */
interface Parts {
  lists: readonly List[];
  suppressed: List;
  notTested: readonly NotTestedRow[];
}

/** How the certificate is set. */
interface Layout extends Parts {
  fit: Fit;
}

/** As many entries as fit on two pages; the last resort is the smallest size with empty lists. */
export function layoutOf(certification: Certification): Layout {
  for (const { size, room } of settings) {
    const parts = partsOf(certification, room);
    const fit = fitOf(contentOf(certification, parts), size);
    if (fit) return { fit, ...parts };
  }
  const least: Room = { deviations: 0, others: 0, reasons: 40 };
  return { fit: { size: smallestSize, isDivided: false }, ...partsOf(certification, least) };
}

function partsOf(certification: Certification, room: Room): Parts {
  return {
    lists: listsOf(certification, room),
    suppressed: suppressedList(certification, room.others),
    notTested: notTestedRows(certification, room.reasons),
  };
}

/** The texts of the two pages with their widths, for the estimate of their height (template.ts). */
function contentOf(certification: Certification, { lists, suppressed, notTested }: Parts): Content {
  const { product, texts, evidence, specimen } = certification;
  const numbers = numbersTable(certification);
  const ofList = ({ title, lead, shown, more, foot }: List): Piece[] => [
    headingPiece(title),
    { text: lead },
    ...shown.map((text) => ({ text, share: 0.95 })),
    ...(more.length > 0 ? [{ text: "more" }] : []),
    ...(foot === undefined ? [] : [{ text: foot }]),
  ];
  return {
    front: [
      { text: notice, room: 0.6 },
      ...(specimen ? [{ text: specimenNotice, room: 1.2 }] : []),
      { text: heading, scale: 1.75, room: 0.5 },
      { text: `${product.product}, version ${product.version}`, scale: 1.3, room: 0.2 },
      { text: levelTitle(certification), scale: 1.3, share: 0.95, room: 1.2 },
      { text: levelInWords(certification), share: 0.95 },
      ...particulars(certification).map(({ text }) => ({ text, share: 0.78, room: 0.12 })),
      headingPiece("Judged against"),
      ...texts.map(({ name }) => ({ text: name, share: 0.74, room: 0.12 })),
      headingPiece("The numbers"),
      { text: "heads", scale: 2 },
      ...numbers.rows.map(({ name }) => ({ text: name, room: 0.3 })),
      ...numbers.notes.map((text) => ({ text })),
    ],
    findings: lists.flatMap(ofList),
    back: [
      headingPiece("What was not tested"),
      { text: "heads" },
      ...notTested.map(({ why, reasons }) => ({
        text: `${why}: ${reasons}`,
        share: 0.76,
        room: 0.3,
      })),
      ...ofList(suppressed),
      headingPiece("Evidence"),
      { text: verify },
      { text: "heads", room: 0.3 },
      ...evidence.files.map(() => ({ text: "file", room: 0.3 })),
      headingPiece("Declaration"),
      ...statement(certification).map((parts) => ({
        text: parts.map(({ text }) => text).join(""),
      })),
      // Two rows to write on, 11 mm high.
      { text: "Name", points: 31 },
      { text: "Date", points: 31 },
    ],
  };
}

function headingPiece(text: string): Piece {
  return { text, scale: 1.12, room: 1.2 };
}
