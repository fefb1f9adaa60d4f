/** The smallest set of permissions for what a program calls. */
import { getTask, updateTask } from "../../../../generated/operations/tasks.js";
import { getUser, listUserMessages } from "../../../../generated/operations/users.js";
import { permissions } from "../../../../generated/permissions.js";
import { typeOf } from "./exact.js";

export function forReading() {
  const least = permissions.least([getUser, listUserMessages], "delegatedWork");
  typeOf(least.scopes).is<readonly string[]>();
  typeOf(least.unsupported).is<readonly string[]>();
  typeOf(least.because).is<Readonly<Record<string, readonly string[]>>>();
  return least;
}

/** A page may ask for two permissions together. */
export function forTasks() {
  return permissions.least([getTask, updateTask], "delegatedWork");
}

export function forPersonalAccounts() {
  return permissions.least([getUser, updateTask], "delegatedPersonal");
}

/** What does not compile. */
export function mistakes(): void {
  // @ts-expect-error There are three schemes, and `delegated` is short for one of them.
  permissions.least([getUser], "delegatedHome");
  // @ts-expect-error Functions are named by themselves, so that one that is gone is missed.
  permissions.least(["getUser"], "application");
}
