/**
 * A few rows in the layout of the public-use file of 2016: CRLF, numbers without and texts with quotes, a blank in quotes for no
 * flag. Published figures of the 2016 determinations; the link between Bethel and ANRC 02050 is made up, so that a county
 * and a corporation share a code.
 */
export const file2016 = [
  'LEVCODE,LEVEL,GEOID,AIAN,ANRC,ST,CNTY,MCD,LANCOUNT,NAMELSAD,LANGUAGE,POP,MPOP,VAPOP,MVAPOP,VACIT,MVACIT,VACLEP,MVACLEP,ILLIT,MILLIT,LEPPCT,MLEPPCT,ILLRAT,MILLRAT,FLAG10,FLAG5,FLAG_EDU,FLAG_ST,FLAG_JUR,FLAG_AI,FLAG_COV',
  '"2","State","06","0000","00000","06","000","NNNNN",1,"California","Total Population",,,,,23881290,27105,,,,,,,,," "," "," "," "," "," "," "',
  '"2","State","06","0000","00000","06","000","NNNNN",2,"California","Hispanic",14534450,10,9780330,225,6446035,9735,1329585,7590,205520,2900,5.5675,0.0318,15.4575,0.2117," ","1","1","1"," "," ","1"',
  '"3","County","02013","0000","00000","02","013","NNNNN",1,"Aleutians East Borough, Alaska","Total Population",,,,,1710,195,,,,,,,,," "," "," "," "," "," "," "',
  '"3","County","02013","0000","00000","02","013","NNNNN",2,"Aleutians East Borough, Alaska","Hispanic",440,105,395,105,160,50,95,25,4,10,5.5556,1.3563,4.2105,15.3390,"0","1","1"," ","1","0","1"',
  '"3","County","02013","0000","00000","02","013","NNNNN",52,"Aleutians East Borough, Alaska","Yup\'ik",,,,,,,,,,,,,,,"0","0","0"," ","0","1","1"',
  '"3","County","02050","0000","00000","02","050","NNNNN",1,"Bethel Census Area, Alaska","Total Population",,,,,11170,60,,,,,,,,," "," "," "," "," "," "," "',
  '"3","County","02050","0000","00000","02","050","NNNNN",49,"Bethel Census Area, Alaska","Inupiat",515,155,370,115,370,115,50,15,4,4,0.4476,0.1359,8.0000,23.4084,"0","0","1"," ","0","1","1"',
  '"3","County","02180","0000","00000","02","180","NNNNN",1,"Nome Census Area, Alaska","Total Population",,,,,6380,30,,,,,,,,," "," "," "," "," "," "," "',
  '"3","County","02180","0000","00000","02","180","NNNNN",49,"Nome Census Area, Alaska","Inupiat",4860,170,3045,105,3045,105,140,35,10,15,2.1944,0.5372,7.1429,6.8705,"0","0","1"," ","0","1","1"',
  '"5","AIAN","6150","6150","00000","00","000","NNNNN",3,"Atka ANVSA, AK","American Indian alone or in combination",,,,,340,20,,,,,,,,," "," "," "," "," "," "," "',
  '"5","AIAN","6150","6150","00000","00","000","NNNNN",49,"Atka ANVSA, AK","Inupiat",,,,,330,20,4,4,4,4,,,,," ","1","1"," "," ","1"," "',
  '"6","AIAN/Juris","02050","6150","00000","02","050","NNNNN",49,"Bethel Census Area, Alaska","Inupiat",,,,,330,20,4,4,4,4,,,,," ","1","1"," "," ","1"," "',
  '"7","ANRC","02050","0000","02050","00","000","NNNNN",3,"Calista Alaska Native Regional Corporation, Alaska","American Indian alone or in combination",,,,,13505,20,,,,,,,,," "," "," "," "," "," "," "',
  '"7","ANRC","02050","0000","02050","00","000","NNNNN",49,"Calista Alaska Native Regional Corporation, Alaska","Inupiat",,,,,11685,20,2375,4,350,4,17.5861,,14.7368,," ","1","1"," "," ","1"," "',
  '"8","ANRC/Juris","02050","0000","02050","02","050","NNNNN",49,"Bethel Census Area, Alaska","Inupiat",,,,,11685,20,2375,4,350,4,17.5861,,14.7368,," ","1","1"," "," ","1"," "',
  '',
].join('\r\n');

/** The columns of 2021 that could be confirmed, without those that could not (numbers of languages, codes of areas). */
export const file2021 = [
  'SUMLVL,LEVEL,S203_GEOID,ST,CNTY,NAMELSAD,LANGUAGE,VACIT,MVACIT,VACLEP,MVACLEP,ILLIT,MILLIT,LEPPCT,MLEPPCT,ILLRAT,MILLRAT,FLAG10,FLAG5,FLAG_EDU,FLAG_AIAN,FLAG_ANRC,FLAG_COV',
  '050,County,35059,35,059,"Union County, New Mexico",Total Population,3305,10,,,,,,,,,,,,,,',
  '050,County,35059,35,059,"Union County, New Mexico",Hispanic,1200,10,165,5,20,5,4.9924,,12.1212,,0,1,1,0,0,1',
  '250,AIAN,2430,00,000,Navajo Nation,American Indian and Alaska Native alone or in combination,115220,10,,,,,,,,,,,,,,',
  '250,AIAN,2430,00,000,Navajo Nation,American Indian (Navajo),111365,10,22895,5,6075,5,19.8707,,26.5342,,,1,1,1,0,',
  '280,AIAN/Juris,04001,04,001,"Apache County, Arizona",American Indian (Navajo),111365,10,22895,5,6075,5,,,,,,1,1,1,0,',
  '',
].join('\n');
