#include "CChisoLanguages.h"

// A language is two lines in this list.
static const struct chiso_definition_file files[] = {
#define LANGUAGE "vi.po"
#include "language.h"
    {0, 0, 0},
};

const struct chiso_definition_file *CChisoLanguages(void) { return files; }
