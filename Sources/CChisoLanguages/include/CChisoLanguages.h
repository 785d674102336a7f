#pragma once
#include "CChisoDefinitions.h"

/// What the program says in other languages than English, a file each.
const struct chiso_definition_file *_Nonnull CChisoLanguages(void);
