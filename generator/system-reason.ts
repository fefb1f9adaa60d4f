/** What the system said when a file could not be read or written, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  ENOENT: "no such file",
  ENOTDIR: "not a folder",
  EISDIR: "it is a folder",
  ELOOP: "it is a symbolic link",
  ENXIO: "it is not a regular file",
  ENOSPC: "no space left on the disk",
  EROFS: "the file system is read-only",
  EMFILE: "too many open files",
  ERR_INVALID_ARG_VALUE: "the name is not valid",
  ENAMETOOLONG: "the name is too long",
};

/** The code of a system error (`"ENOENT"`), or `null` for any other value. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** One phrase for a system error, without the path: the caller names it. Throws whatever is not a system error. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  if (code === null) throw error;
  return reasons[code] ?? code;
}
