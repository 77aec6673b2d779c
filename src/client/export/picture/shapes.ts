/** A page that a picture fills, in pixels of 1/96 inch. */
export interface Shape {
  width: number;
  height: number;
  ratio: number;
  /** Pixels of the width that it is laid out in where there is room: its text of 12 pixels has the points of a slide's. */
  layout: number;
}

const inches = (width: number, height: number, points: number): Shape => ({
  width: Math.round(96 * width),
  height: Math.round(96 * height),
  ratio: width / height,
  layout: Math.round((72 * width * 12) / points),
});

/** Slides as PowerPoint, Keynote and Google Slides make them; half a slide leaves room for its title. */
export const shapes = {
  wide: inches(13 + 1 / 3, 7.5, 14),
  classic: inches(10, 7.5, 12),
  half: inches(6, 5.5, 10.5),
  square: inches(7.5, 7.5, 12),
} as const;

export type ShapeName = keyof typeof shapes;
