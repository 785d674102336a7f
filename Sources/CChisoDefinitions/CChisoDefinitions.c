#include "CChisoDefinitions.h"
