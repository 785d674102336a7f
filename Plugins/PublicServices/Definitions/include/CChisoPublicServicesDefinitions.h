#pragma once
#include "CChisoDefinitions.h"

/// The definition files of this folder.
const struct chiso_definition_file *_Nonnull CChisoPublicServicesDefinitions(void);

/// The tests of this folder.
const struct chiso_definition_file *_Nonnull CChisoPublicServicesTests(void);
