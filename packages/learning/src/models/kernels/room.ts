import { kernelBytes, openKernel } from '@dpfair/stats';
import { base64, type Functions } from '../../../dist/kernels/matrix.js';
import { addMatrixTimesRow } from './add-matrix-times-row.js';
import { addRowsTimesMatrix } from './add-rows-times-matrix.js';
import { kernelProducts } from './kernel-products.js';
import type { ArrayMaker } from './nonzero-rows.js';
import type { Products } from './products.js';
import { rectify } from './rectify.js';
import { squaredNorm } from './squared-norm.js';

/** Where arrays come from, and what works on them. */
export interface Room extends ArrayMaker {
  readonly products: Products;
  /** The functions of the kernel whose memory the room is; null for a room without. */
  readonly kernel: Functions | null;
}

const plainRoom: Room = {
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  products: { addRowsTimesMatrix, addMatrixTimesRow, rectify, squaredNorm },
  kernel: null,
};

/** A kernel without memory, which is there while arrays are measured. */
let idle: Functions | undefined;

/**
 * Makes arrays, all zero, and what works on them. With `wide` they lie in the memory of a kernel, which is as large as they are: `make` is
 * called twice then, first to be measured, with arrays without elements. It must ask for the same lengths again and write by
 * index only. Products take arrays of their own room.
 */
export function furnish<T>(wide: boolean, make: (room: Room) => T): T {
  if (!wide) return make(plainRoom);
  idle ??= openKernel<Functions>(base64, 0).functions;
  let bytes = 0;
  const measured = (size: number): number => {
    bytes += kernelBytes(size);
    return 0;
  };
  make({
    float64: (length) => new Float64Array(measured(8 * length)),
    int32: (length) => new Int32Array(measured(4 * length)),
    products: kernelProducts(idle),
    kernel: idle,
  });
  const { functions, memory } = openKernel<Functions>(base64, bytes);
  const { float64, int32 } = memory;
  return make({ float64, int32, products: kernelProducts(functions), kernel: functions });
}
