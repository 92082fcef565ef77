/**
 * Allure's page asks for its data by name, in Base64 (`window.allureReportData`), once they are ready.
 * They are compressed in the page (reports/packed-texts.ts), a fifth as large in this way.
 *
 * This script runs before Allure's, which sees that the page holds data, and waits for them. Where it
 * starts first, as in the page that Allure makes on a slow machine, it looks for files beside the
 * page, which a browser refuses, and nothing is ever shown.
 */
Object.assign(globalThis, { allureReportData: {}, allureReportDataReady: false });
document.addEventListener("DOMContentLoaded", () => {
  const packed = document.getElementById("packed-data");
  unpacked(packed?.textContent ?? "").then(
    (data) => {
      Object.assign(globalThis, { allureReportData: data, allureReportDataReady: true });
      packed?.remove();
    },
    (error) => {
      document.body.prepend(`This page cannot show its data. Any browser since 2023 can. ${error}`);
      document.getElementById("allure-app-loader")?.remove();
    },
  );
});

/**
 * @param {string} base64
 * @returns {Promise<object>} a member for each text, whose value is a promise of its Base64
 */
async function unpacked(base64) {
  const { body } = await fetch(`data:application/gzip;base64,${base64}`);
  if (!body) throw new Error("The data of the page are missing.");
  const stream = body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const begin = bytes.indexOf(0x0a) + 1;
  /** @type {Record<string, [number, number]>} */
  const places = JSON.parse(new TextDecoder().decode(bytes.subarray(0, begin)));
  const data = {};
  for (const [name, [start, end]] of Object.entries(places)) {
    const get = () => inBase64(bytes.subarray(begin + start, begin + end));
    Object.defineProperty(data, name, { get });
  }
  return data;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>}
 */
function inBase64(bytes) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  });
}
