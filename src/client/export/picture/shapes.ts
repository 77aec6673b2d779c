/** A page that a picture fills, in pixels of 1/96 inch. */
export interface Shape {
  width: number;
  height: number;
  ratio: number;
}

const inches = (width: number, height: number): Shape => ({
  width: Math.round(96 * width),
  height: Math.round(96 * height),
  ratio: width / height,
});

/** Slides as PowerPoint, Keynote and Google Slides make them; half a slide leaves room for its title. */
export const shapes = {
  wide: inches(13 + 1 / 3, 7.5),
  classic: inches(10, 7.5),
  half: inches(6, 5.5),
  square: inches(7.5, 7.5),
} as const;

export type ShapeName = keyof typeof shapes;
