/**
 * The code of a country: ISO 3166-1 alpha-2 in small letters, and for states that are gone and for the European Union the codes
 * that FollowTheMoney gives them. Names are the canonical ones of the lexicon.
 */
const TABLE = `
vn Việt Nam
af Afghanistan
sa Saudi Arabia
in Ấn Độ
am Armenia
az Azerbaijan
bh Bahrain
bd Bangladesh
bt Bhutan
bn Brunei
kh Campuchia
kp Triều Tiên
tw Đài Loan
tl Đông Timor
ge Gruzia
kr Hàn Quốc
hk Hong Kong
id Indonesia
ir Iran
iq Iraq
il Israel
jo Jordan
kz Kazakhstan
kw Kuwait
kg Kyrgyzstan
la Lào
lb Lebanon
mo Macau
my Malaysia
mv Maldives
mn Mông Cổ
mm Myanmar
np Nepal
jp Nhật Bản
om Oman
pk Pakistan
ps Palestine
ph Philippines
qa Qatar
sg Singapore
cy Síp
lk Sri Lanka
sy Syria
tj Tajikistan
th Thái Lan
tr Thổ Nhĩ Kỳ
cn Trung Quốc
tm Turkmenistan
ae UAE
uz Uzbekistan
ye Yemen
al Albania
ad Andorra
gb Anh
at Áo
pl Ba Lan
mk Bắc Macedonia
by Belarus
be Bỉ
ba Bosnia và Herzegovina
pt Bồ Đào Nha
bg Bulgaria
hr Croatia
dk Đan Mạch
de Đức
ee Estonia
nl Hà Lan
hu Hungary
gr Hy Lạp
is Iceland
ie Ireland
it Italy
xk Kosovo
lv Latvia
li Liechtenstein
lt Litva
lu Luxembourg
mt Malta
md Moldova
mc Monaco
me Montenegro
no Na Uy
ru Nga
fi Phần Lan
fr Pháp
ro Romania
sm San Marino
cz Séc
rs Serbia
sk Slovakia
si Slovenia
es Tây Ban Nha
se Thụy Điển
ch Thụy Sĩ
ua Ukraine
va Vatican
eu Liên minh châu Âu
ag Antigua và Barbuda
ar Argentina
bs Bahamas
bb Barbados
bz Belize
bo Bolivia
br Brazil
ca Canada
cl Chile
co Colombia
cr Costa Rica
cu Cuba
dm Dominica
do Cộng hòa Dominica
ec Ecuador
sv El Salvador
gd Grenada
gt Guatemala
gy Guyana
ht Haiti
hn Honduras
jm Jamaica
mx Mexico
us Mỹ
ni Nicaragua
pa Panama
py Paraguay
pe Peru
kn Saint Kitts và Nevis
lc Saint Lucia
vc Saint Vincent và Grenadines
sr Suriname
tt Trinidad và Tobago
uy Uruguay
ve Venezuela
eg Ai Cập
dz Algeria
ao Angola
bj Benin
bw Botswana
bf Burkina Faso
bi Burundi
ci Bờ Biển Ngà
cv Cabo Verde
cm Cameroon
km Comoros
cg Congo
cd CHDC Congo
dj Djibouti
er Eritrea
sz Eswatini
et Ethiopia
ga Gabon
gm Gambia
gh Ghana
gn Guinea
gw Guinea Bissau
gq Guinea Xích Đạo
ke Kenya
ls Lesotho
lr Liberia
ly Libya
mg Madagascar
mw Malawi
ml Mali
mr Mauritania
mu Mauritius
ma Morocco
mz Mozambique
na Namibia
za Nam Phi
ss Nam Sudan
ne Niger
ng Nigeria
rw Rwanda
st Sao Tome và Principe
sn Senegal
sc Seychelles
sl Sierra Leone
so Somalia
sd Sudan
tz Tanzania
td Tchad
eh Tây Sahara
tg Togo
cf Trung Phi
tn Tunisia
ug Uganda
zm Zambia
zw Zimbabwe
au Australia
fj Fiji
ki Kiribati
fm Micronesia
nr Nauru
nz New Zealand
pw Palau
pg Papua New Guinea
ck Quần đảo Cook
mh Quần đảo Marshall
sb Quần đảo Solomon
ws Samoa
to Tonga
tv Tuvalu
vu Vanuatu
suhh Liên Xô
yucs Nam Tư
cshh Tiệp Khắc
dd Đông Đức
de Tây Đức
`

let codes: Map<string, string> | undefined

/** "Lào" -> "la"; null for a name that has no code. */
export function countryCode(name: string): string | null {
  codes ??= new Map(
    TABLE.trim()
      .split('\n')
      .map(row => [row.slice(row.indexOf(' ') + 1), row.slice(0, row.indexOf(' '))]),
  )
  return codes.get(name) ?? null
}
