#include "CChisoHandshake.h"
