// libedit for Swift: its functions of variable arguments under fixed ones, and the little of C that Swift
// cannot say. Everything is inline, so no C target is needed.
#pragma once

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

// <wchar.h> hides it unless X/Open is asked for.
extern int wcwidth(wchar_t);

typedef wchar_t *_Nullable (*chiso_prompt_function)(EditLine *_Nonnull);
typedef int (*chiso_read_function)(EditLine *_Nonnull, wchar_t *_Nonnull);
typedef unsigned char (*chiso_edit_function)(EditLine *_Nonnull, wint_t);

/// The character set of the environment if it is UTF-8, else C.UTF-8. Only LC_CTYPE: numbers keep theirs.
static inline bool chiso_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") != NULL && MB_CUR_MAX > 1 && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
    return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

static inline EditLine *_Nullable chiso_edit_start(const char *_Nonnull program) {
  return el_init(program, stdin, stdout, stderr);
}

static inline void chiso_edit_set_owner(EditLine *_Nonnull e, void *_Nullable owner) {
  el_wset(e, EL_CLIENTDATA, owner);
}

static inline void *_Nullable chiso_edit_owner(EditLine *_Nonnull e) {
  void *owner = NULL;
  el_wget(e, EL_CLIENTDATA, &owner);
  return owner;
}

static inline void chiso_edit_set_prompt(EditLine *_Nonnull e, chiso_prompt_function _Nonnull f, wchar_t mark) {
  el_wset(e, EL_PROMPT_ESC, f, (int)mark);
}

static inline void chiso_edit_set_reader(EditLine *_Nonnull e, chiso_read_function _Nonnull f) {
  el_wset(e, EL_GETCFN, f);
}

/// `name` and `help` must live as long as `e`.
static inline void chiso_edit_add_function(
    EditLine *_Nonnull e, const wchar_t *_Nonnull name, const wchar_t *_Nonnull help,
    chiso_edit_function _Nonnull f) {
  el_wset(e, EL_ADDFN, name, help, f);
}

static inline void chiso_edit_bind(
    EditLine *_Nonnull e, const wchar_t *_Nonnull key, const wchar_t *_Nonnull command) {
  el_wset(e, EL_BIND, key, command, (wchar_t *)0);
}

/// The same in the map of vi's command mode.
static inline void chiso_edit_bind_alternative(
    EditLine *_Nonnull e, const wchar_t *_Nonnull key, const wchar_t *_Nonnull command) {
  el_wset(e, EL_BIND, L"-a", key, command, (wchar_t *)0);
}

static inline void chiso_edit_use_emacs(EditLine *_Nonnull e) { el_wset(e, EL_EDITOR, L"emacs"); }

static inline bool chiso_edit_uses_vi(EditLine *_Nonnull e) {
  const wchar_t *name = NULL;
  return el_wget(e, EL_EDITOR, &name) == 0 && name != NULL && wcscmp(name, L"vi") == 0;
}

static inline void chiso_edit_leave_signals_alone(EditLine *_Nonnull e) { el_wset(e, EL_SIGNAL, 0); }

/// While editing, CR stays CR and LF stays LF: else a pasted CR LF could not be told from an empty line.
static inline void chiso_edit_keep_carriage_returns(EditLine *_Nonnull e) {
  el_wset(e, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", (wchar_t *)0);
}

/// Draws the entry from the row on where the terminal's cursor is.
static inline void chiso_edit_draw_anew(EditLine *_Nonnull e) { el_wset(e, EL_REFRESH, NULL); }

static inline void chiso_edit_set_raw(EditLine *_Nonnull e, bool raw) { el_wset(e, EL_PREP_TERM, (int)raw); }

/// Whether the terminal has the capability of that termcap name.
static inline bool chiso_edit_terminal_can(EditLine *_Nonnull e, const char *_Nonnull capability) {
  char *sequence = NULL;
  return el_get(e, EL_GETTC, capability, &sequence) == 0 && sequence != NULL && *sequence != '\0';
}

static inline void chiso_edit_set_history(EditLine *_Nonnull e, HistoryW *_Nonnull h) {
  el_wset(e, EL_HIST, history_w, h);
}

static inline void chiso_history_limit(HistoryW *_Nonnull h, int count) {
  HistEventW event;
  history_w(h, &event, H_SETSIZE, count);
  history_w(h, &event, H_SETUNIQUE, 1);
}

static inline void chiso_history_enter(HistoryW *_Nonnull h, const wchar_t *_Nonnull text) {
  HistEventW event;
  history_w(h, &event, H_ENTER, text);
}

/// Writes at once, behind what libedit has written.
static inline void chiso_write(const char *_Nonnull bytes, size_t count) {
  fwrite(bytes, 1, count, stdout);
  fflush(stdout);
}

/// Catches `number`, letting calls that block come back; a signal that is ignored stays so.
static inline bool chiso_signal_catch(
    int number, void (*_Nonnull handler)(int), struct sigaction *_Nonnull previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  if (sigaction(number, NULL, previous) != 0 || previous->sa_handler == SIG_IGN) return false;
  return sigaction(number, &action, NULL) == 0;
}

static inline void chiso_signal_restore(int number, const struct sigaction *_Nonnull previous) {
  sigaction(number, previous, NULL);
}

/// Does to this process what `number` does by default.
static inline void chiso_signal_default(int number) {
  struct sigaction ours, system;
  memset(&system, 0, sizeof system);
  system.sa_handler = SIG_DFL;
  sigemptyset(&system.sa_mask);
  sigaction(number, &system, &ours);
  raise(number);
  sigaction(number, &ours, NULL);
}
