/** Which relative paths may be written to at all. The emitter makes paths safe; here nothing else gets through. */

const segment = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/u;
// Windows opens the device for each of these, whatever follows the dot.
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const maxSegmentLength = 200;

/** True for a relative path of plain segments: no `..`, no hidden file, no device name, nothing that a system forbids. */
export function isOutputPath(path: string): boolean {
  return path
    .split("/")
    .every(
      (name) => segment.test(name) && name.length <= maxSegmentLength && !name.endsWith(".") && !deviceName.test(name),
    );
}
