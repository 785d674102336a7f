// An entry of the list, with the file that LANGUAGE names.
{
    LANGUAGE,
    (const unsigned char[]){
#embed LANGUAGE
    },
    sizeof(const unsigned char[]){
#embed LANGUAGE
    },
},
#undef LANGUAGE
