/** Reads a WebAssembly module from its start, as the specification's binary format lays it out. */
export class Reader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new Error(`the module ends early, at byte ${this.position}`);
    this.position += 1;
    return value;
  }

  /** An unsigned integer in LEB128. */
  integer(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** Integers of which nothing is wanted, signed ones too. */
  pass(count: number): void {
    for (let left = count; left > 0; left--) while (this.byte() >= 128);
  }

  name(): string {
    const length = this.integer();
    const start = this.position;
    this.position += length;
    return new TextDecoder().decode(this.bytes.subarray(start, this.position));
  }

  /** What `read` gives of each of a counted list. */
  list<Item>(read: () => Item): Item[] {
    return Array.from({ length: this.integer() }, read);
  }
}

/** An unsigned integer in LEB128. */
export function integerBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low + 128 : low);
  } while (left > 0);
  return Uint8Array.from(bytes);
}
