/**
 * What tells the language of a few words: the letters that it writes beside those that all languages of its script write, and its
 * small words, with a few that news cannot do without.
 *
 * Short words that mean something in several languages ("de", "i", "on") stand in each of them, and count for less.
 */
export interface Features {
  /** What franc calls the language. */
  franc: string
  /** News in it is met seldom, beside that of its neighbours. */
  rare?: true
  letters: string
  words: string
}

type Languages = Readonly<Record<string, Features>>

const LATIN: Languages = {
  en: {
    franc: 'eng',
    letters: '',
    words:
      'the of and to in is are was were be been for with on at by from as that this it its he his she her they their has have had will would could not no new says said after over who why how what when out up into than more first year years against about but or an a our we you can may all two three four five people government police there being which while before under between without through during off down back now still again most some any only also just another next last week day month man woman men women death dead killed found set make makes get gets face faces warns hit hits win wins call calls show shows plan plans deal talks court case school schools health state world city house home north south east west high top big old power water food market price',
  },
  fr: {
    franc: 'fra',
    letters: 'àâæçéèêëîïôœùûüÿ',
    words:
      'le la les l un une des du de d et en à au aux dans sur pour par avec sans est sont a ont qui que qu ne pas plus se s ce cette son sa ses leur il elle entre après contre vers chez mais ou où comme selon deux trois ans gouvernement ministre été être fait nos vos cet ces tout tous toute toutes encore aussi moins chaque autre première premier jour jours semaine mois homme femme personnes millions nouveau nouvelle nouvelles plusieurs pays ville président police face dès depuis pendant',
  },
  de: {
    franc: 'deu',
    letters: 'äöüß',
    words:
      'der die das den dem des ein eine einen einem einer und oder in im ins am an auf aus bei beim mit nach von vom vor für über um zu zum zur durch gegen ohne ist sind war wird werden hat haben will soll sollen kann nicht kein keine mehr sich wie was wer warum auch noch nur neue neuer neues zwei drei immer wieder jahr jahre regierung polizei ihr ihre sein seine seinen er sie es ab seit unter zwischen während wegen trotz bis zurück weiter alle viele viel zweite erste mann frau menschen tote prozent euro millionen deutschland deutsche heute',
  },
  es: {
    franc: 'spa',
    letters: 'áéíñóúü¿¡',
    words:
      'el la los las un una unos unas de del al y e o en con por para sin sobre entre tras desde hasta contra a que se su sus es son fue ha han no más pero como cuando qué quién cómo ya lo le les este esta dos tres años gobierno ministro nuevo nueva muertos ante bajo según durante mientras donde también muy menos cada otra otro todos todo primera primer día días semana mes hombre mujer personas millones nuevos nuevas así mayor país ciudad presidente policía',
  },
  pt: {
    franc: 'por',
    letters: 'áâãàçéêíóôõúü',
    words:
      'o a os as um uma de do da dos das em no na nos nas ao à aos às e ou por pelo pela para com sem sobre entre após até contra que se seu sua é são foi tem não mais mas como quando já dois duas três anos governo ministro diz novo nova seus suas pelos pelas durante enquanto onde também muito menos cada outra outro todos tudo primeira primeiro dia dias semana mês homem mulher pessoas milhões novos novas assim maior país cidade presidente polícia deve pode vai está',
  },
  it: {
    franc: 'ita',
    letters: 'àèéìîòù',
    words:
      'il lo la i gli le l un uno una di del dello della dei degli delle a al alla ai alle da dal dalla in nel nella con su sul sulla per tra fra e ed o ma che chi si non più è sono ha hanno come dopo contro due tre anni governo ministro nuovo nuova suo sua ecco sui sulle ancora già anche solo meno ogni altro altra tutti tutto prima primo giorno giorni settimana mese uomo donna persone milioni nuovi nuove così maggiore città presidente polizia oggi ieri casa nei questa questo',
  },
  nl: {
    franc: 'nld',
    letters: 'ëïéèöü',
    words:
      'de het een en of in op aan bij met van voor naar uit over om te tot door tegen zonder na is zijn was wordt worden heeft hebben had kan moet moeten wil gaat niet geen meer nog ook maar als dat die dit wie wat waarom nieuwe twee drie jaar jaren regering politie haar hun ze hij zij we alle veel weer al toch eerste tweede dag dagen week maand man vrouw mensen miljoen euro land stad president minister vandaag onder tussen tijdens sinds terug',
  },
  sv: {
    franc: 'swe',
    letters: 'åäöé',
    words:
      'och i på av för med till från om ut in som att en ett den det de är var har hade ska kan vill får inte mer efter under över mot utan vid här så nu ny nya nytt två tre år regeringen polisen blir vad varför sin sitt sina alla många mycket första andra dag dagar vecka månad man kvinna personer miljoner kronor land sverige svenska statsministern idag igen ännu mellan när',
  },
  da: {
    franc: 'dan',
    letters: 'æøåé',
    words:
      'og i på af for med til fra om ud ind som at en et den det de er var har havde skal kan vil får ikke mere efter under over mod uden ved her så nu ny nye nyt to tre år regeringen politiet bliver hvad hvorfor sin sit sine nogle selv dansk alle mange meget første anden dag dage uge måned mand kvinde personer millioner kroner land danmark danske statsministeren igen endnu mellem når skulle',
  },
  nb: {
    franc: 'nob',
    letters: 'æøåéòô',
    words:
      'og i på av for med til fra om ut inn som å at en et ei den det de er var har hadde skal kan vil får ikke mer etter under over mot uten ved her så nå ny nye nytt to tre år regjeringen politiet blir hva hvorfor sin sitt sine noen selv norsk alle mange mye første andre dag dager uke måned mann kvinne personer millioner kroner land norge norske statsministeren igjen ennå mellom når skulle',
  },
  pl: {
    franc: 'pol',
    letters: 'ąćęłńóśźż',
    words:
      'i w we z ze na do od o u po za przed przez dla przy bez pod nad nie to jest są był była było będzie się jak co kto że już czy ale oraz tylko jego jej ich lat roku rząd policja nowy nowa nowe dwa trzy ma mają może swój swoje wszystkie pierwszy pierwsza dzień dni tydzień miesiąc mężczyzna kobieta ludzie ludzi mln zł kraju polska polski polsce minister prezydent dziś znów jeszcze przeciw między według który która które',
  },
  cs: {
    franc: 'ces',
    letters: 'áčďéěíňóřšťúůýž',
    words:
      'a i v ve z ze na do od o u po za před přes pro při bez pod nad k ke s se si je jsou byl byla bylo bude není že jak co kdo už ale nebo jen jeho její jejich let roku vláda policie nový nová nové dva dvě tři má mají může také svůj svou své všechny první druhý den dny týden měsíc muž žena lidé lidí milionů korun země česko česká ministr prezident dnes zase ještě kvůli proti mezi podle která který které',
  },
  sk: {
    franc: 'slk',
    rare: true,
    letters: 'áäčďéíľĺňóôŕšťúýž',
    words:
      'a aj i v vo z zo na do od o u po za pred cez pre pri bez pod nad k ku s so sa si je sú bol bola bolo bude nie že ako čo kto už ale alebo len jeho jej ich rokov roku vláda polícia nový nová nové dva dve tri má majú môže',
  },
  ro: {
    franc: 'ron',
    letters: 'ăâîșțşţ',
    words:
      'a al ai ale cu de din la în pe pentru prin după până fără sub spre și sau dar că ce cine cum care nu mai se este sunt era au am va vor fi un o unui unei cel cea cei lui ei lor doi două trei ani guvernul poliția nou nouă noi într dintre acest această aceste toate toți mult mulți multe prima primul zi zile săptămână lună bărbat femeie oameni persoane milioane lei țară țării oraș președintele ministrul azi astăzi despre între către încă doar',
  },
  hu: {
    franc: 'hun',
    letters: 'áéíóöőúüű',
    words:
      'a az egy és vagy is nem ne van volt lesz hogy ha de meg el ki be fel le már még csak több új után alatt között ellen nélkül szerint miért mi ki aki ami ez azt ezt két három év évek kormány rendőrség lehet kell nagy első második nap hét hónap férfi nő ember emberek millió forint ország magyar magyarország miniszter elnök ma holnap sem tovább újra előtt közben miatt lett',
  },
  fi: {
    franc: 'fin',
    letters: 'äöåšž',
    words:
      'ja tai on ei oli ovat olivat ole että jos kun kuin niin myös vain jo nyt vielä yli ali alle ennen jälkeen ilman kanssa vastaan mukaan uusi uuden uudet kaksi kolme vuotta vuoden hallitus poliisi miksi mitä kuka se ne hän saa voi sai kaikki paljon ensimmäinen toinen päivä viikko kuukausi mies nainen ihmistä miljoonaa euroa maa suomi suomen ministeri presidentti tänään taas välillä',
  },
  tr: {
    franc: 'tur',
    letters: 'çğıöşüâîû',
    words:
      'bir ve ile için de da ki bu şu o ne mi mı mu mü var yok değil oldu olan olarak en daha çok yeni sonra önce kadar gibi karşı göre üzerine neden nasıl kim iki üç yıl yılda hükümet bakanı polis dedi etti geldi edildi her bazı tüm ilk ikinci gün hafta ay adam kadın kişi milyon lira ülke türkiye cumhurbaşkanı bakan bugün yarın hala artık sadece içinde üzerinde arasında başladı açıkladı',
  },
  id: {
    franc: 'ind',
    letters: '',
    words:
      'yang di ke dari dan atau untuk dengan pada dalam oleh karena akan sudah telah tidak bukan ini itu ada jadi bisa harus saat usai setelah sebelum sejak hingga lagi lebih para warga orang dua tiga tahun pemerintah menteri polisi baru juga kota tewas naik mengapa semua banyak pertama kedua hari pekan bulan pria wanita juta rupiah negara indonesia presiden hari masih antara terhadap seperti capai buka tutup minta akibat',
  },
  fil: {
    franc: 'tgl',
    letters: 'ñ',
    words:
      'ang ng sa na mga at ay si ni kay para may wala walang hindi ito nito siya nila kanyang kung dahil pero o habang matapos bago mula hanggang muli pa rin din lang bakit ano sino dalawa tatlo isang bagong tao taon pamahalaan pulis',
  },
  ca: {
    franc: 'cat',
    rare: true,
    letters: 'àçéèíïóòúü',
    words:
      'el la els les l un una de del dels d i o en amb per a al als que es s no més però com quan són és ha han va van seu seva sense sobre entre fins contra després dos dues tres anys govern ministre nou nova ja ho hi',
  },
  lt: {
    franc: 'lit',
    rare: true,
    letters: 'ąčęėįšųūž',
    words:
      'ir ar į iš su be už per po prie apie nuo iki dėl kad kaip kas ne nėra yra buvo bus jau dar tik bet metų metai du trys naujas nauja vyriausybė policija lietuvos lietuvoje savo jo jos jų',
  },
  // Croatian, Serbian and Bosnian cannot be told apart by a few words.
  und: {
    franc: 'hrv',
    rare: true,
    letters: 'čćđšž',
    words:
      'i u na za od do iz sa s o po kod pri bez pod nad nije je su bio bila bilo biti će da ne što tko ko kako kada već ili ali samo koji koja koje njegov godina godine vlada policija novi nova novo dva dvije tri ima mogu',
  },
  vi: {
    franc: 'vie',
    // Those that it alone writes are looked at before.
    letters: 'àáâãăèéêìíòóôõùúýđ',
    words:
      'cua va khong nguoi duoc cho tu vi o da la se tai trong voi mot cac nhung nay co den ve tren sau truoc lam vao ra noi thi bi hai ba bo tinh xa thanh pho nuoc nam gia hoc sinh mua bao dan cong an chu tich thu tuong truong con nhieu them moi tang giam',
  },
}

const CYRILLIC: Languages = {
  ru: {
    franc: 'rus',
    letters: 'ёъыэщ',
    words:
      'в во и на не с со по из за от до для о об у к под при без после через как что это его её их был была было были будет уже или но еще лет года россии правительство полиция два две три новый новая новые все всех первый первая день дня неделю месяц мужчина женщина человек людей млн рублей страны россия президент министр сегодня снова ещё между против который которые своих',
  },
  uk: {
    franc: 'ukr',
    letters: 'ґєіїщ',
    words:
      'в у і й та на не з із зі по за від до для про під при без після через як що це його її їх був була було були буде вже або але ще років року україни україні уряд поліція два дві три новий нова нові чому усі всіх перший перша день дня тиждень місяць чоловік жінка людей млн гривень країни президент міністр сьогодні знову між проти який які своїх',
  },
  be: {
    franc: 'bel',
    rare: true,
    letters: 'ёіўыэ',
    words:
      'ў у і на не з са па за ад да для пра пад пры без пасля праз як што гэта яго яе іх быў была было будзе ўжо або але гадоў беларусі',
  },
  bg: {
    franc: 'bul',
    letters: 'ъщ',
    words:
      'в във и на не с със по от за до о у към под при без след през как какво това го му ѝ им бе беше са е ще се да вече или но още години година българия правителството полицията два две три нов нова нови защо всички първи първа ден дни седмица месец мъж жена души хора млн лева страната президент министър днес отново между срещу който които която бяха според',
  },
  mk: {
    franc: 'mkd',
    rare: true,
    letters: 'ѓѕјљњќџ',
    words:
      'во и на не со по од за до кај под при без после преку како што тоа го му им беше се е ќе да веќе или но уште години година македонија владата полицијата два две три нов нова нови',
  },
  sr: {
    franc: 'srp',
    rare: true,
    letters: 'ђјљњћџ',
    words:
      'у и на не са с по од за до код под при без после кроз како шта то га му им био била је су ће се да већ или али још година године србија србији влада полиција два две три нови нова ново',
  },
}

const ARABIC: Languages = {
  ar: {
    franc: 'arb',
    letters: 'ةىيكأإآؤئء',
    words: 'في من على إلى عن مع بعد قبل بين هذا هذه التي الذي أن إن لا ما لم كان هو هي ولا أو',
  },
  fa: {
    franc: 'pes',
    letters: 'پچژگکیآ',
    words: 'در از به با برای را که و این آن شد است بود می‌شود کرد تا هم یک دو بر پس پیش اگر خود ها های',
  },
  ur: {
    franc: 'urd',
    letters: 'ٹڈڑںےھہپچژگکیآۓ',
    words: 'کے کی کا میں سے نے پر کو اور ہے ہیں تھا کہ یہ وہ بھی نہیں لیے گیا گئی گئے دیا بعد ایک دو',
  },
}

const DEVANAGARI: Languages = {
  hi: {
    franc: 'hin',
    letters: '',
    words: 'के की का में से ने पर को और है हैं था थी कि यह वह भी नहीं लिए गया गई एक दो बाद तक हो रहा रही रहे कर',
  },
  mr: {
    franc: 'mar',
    rare: true,
    letters: 'ळ',
    words: 'आणि आहे आहेत होते होता या हा ही हे त्या तर नाही केला केली केले मध्ये साठी च्या एक दोन झाला झाली पण',
  },
  ne: {
    franc: 'npi',
    rare: true,
    letters: '',
    words: 'र छ छन् थियो हो यो त्यो को का मा ले लाई बाट गरेको भएको गर्ने पनि एक दुई छैन भयो गरे भने',
  },
}

/** The scripts that several languages of news are written in, and these by their BCP 47 tags. */
export const SCRIPTS: readonly { letter: RegExp; languages: Languages }[] = [
  { letter: /\p{Script=Latin}/u, languages: LATIN },
  { letter: /\p{Script=Cyrillic}/u, languages: CYRILLIC },
  { letter: /\p{Script=Arabic}/u, languages: ARABIC },
  { letter: /\p{Script=Devanagari}/u, languages: DEVANAGARI },
]
