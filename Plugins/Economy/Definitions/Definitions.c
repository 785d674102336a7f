#include "CChisoEconomyDefinitions.h"

static const unsigned char units_text[] = {
#embed "units.chiso" suffix(,)
    0};
static const unsigned char indicators_text[] = {
#embed "indicators.chiso" suffix(,)
    0};
static const unsigned char sources_text[] = {
#embed "sources.chiso" suffix(,)
    0};
static const unsigned char claims_text[] = {
#embed "claims.chiso" suffix(,)
    0};
static const unsigned char functions_text[] = {
#embed "functions.chiso" suffix(,)
    0};
static const unsigned char rules_text[] = {
#embed "rules.chiso" suffix(,)
    0};
static const unsigned char vi_text[] = {
#embed "economy.vi.po" suffix(,)
    0};

static const struct chiso_definition_file files[] = {
    {"units.chiso", units_text, sizeof units_text - 1},
    {"indicators.chiso", indicators_text, sizeof indicators_text - 1},
    {"sources.chiso", sources_text, sizeof sources_text - 1},
    {"claims.chiso", claims_text, sizeof claims_text - 1},
    {"functions.chiso", functions_text, sizeof functions_text - 1},
    {"rules.chiso", rules_text, sizeof rules_text - 1},
    {"economy.vi.po", vi_text, sizeof vi_text - 1},
    {0, 0, 0},
};

const struct chiso_definition_file *CChisoEconomyDefinitions(void) { return files; }

static const unsigned char tests_text[] = {
#embed "economy.chisotest" suffix(,)
    0};

static const struct chiso_definition_file tests[] = {
    {"economy.chisotest", tests_text, sizeof tests_text - 1},
    {0, 0, 0},
};

const struct chiso_definition_file *CChisoEconomyTests(void) { return tests; }
