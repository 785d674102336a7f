#include "CChisoStandardDefinitions.h"

static const unsigned char shares_text[] = {
#embed "shares.chiso" suffix(,)
    0};
static const unsigned char change_text[] = {
#embed "change.chiso" suffix(,)
    0};
static const unsigned char targets_text[] = {
#embed "targets.chiso" suffix(,)
    0};
static const unsigned char time_text[] = {
#embed "time.chiso" suffix(,)
    0};
static const unsigned char vi_text[] = {
#embed "standard.vi.po" suffix(,)
    0};

static const struct chiso_definition_file files[] = {
    {"shares.chiso", shares_text, sizeof shares_text - 1},
    {"change.chiso", change_text, sizeof change_text - 1},
    {"targets.chiso", targets_text, sizeof targets_text - 1},
    {"time.chiso", time_text, sizeof time_text - 1},
    {"standard.vi.po", vi_text, sizeof vi_text - 1},
    {0, 0, 0},
};

const struct chiso_definition_file *CChisoStandardDefinitions(void) { return files; }

static const unsigned char tests_text[] = {
#embed "standard.chisotest" suffix(,)
    0};

static const struct chiso_definition_file tests[] = {
    {"standard.chisotest", tests_text, sizeof tests_text - 1},
    {0, 0, 0},
};

const struct chiso_definition_file *CChisoStandardTests(void) { return tests; }
