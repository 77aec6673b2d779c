/** Bytes of a text in an encoding that Node can only decode: its decoder, turned round. */
export function encodeLegacy(text: string, encoding: string): Buffer {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const sign of text) {
    const found = sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : table.get(sign);
    if (!found) throw new Error(`${JSON.stringify(sign)} has no bytes in ${encoding}`);
    bytes.push(...found);
  }
  return Buffer.from(bytes);
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    const isOne = [...text].length === 1 && text !== "\ufffd";
    if (isOne && !table.has(text)) table.set(text, bytes);
  };
  for (let lead = 0x80; lead <= 0xff; lead++) add(lead);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}
