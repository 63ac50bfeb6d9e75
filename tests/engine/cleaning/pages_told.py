"""Fictional pages in the shape that outlets give theirs, for the tests of cleaning."""

BRIDGE_BODY = (
    "The old rail bridge at Quernmouth will close for good on Friday, the board said, after divers found cracks in it.",
    "Some 4,000 people cross it every day on foot. A ferry will carry them, and the first boat leaves at 5:40 a.m.",
    "“We looked at every way to keep it open, and none of them was safe,” said Orla Dunmere, the head engineer.",
    "Shopkeepers on the eastern bank fear for their trade.",
    "The last train over the bridge ran in 1987. A plan to rebuild it was dropped because the money was missing.",
)

BRIDGE_DUMP = f"""Skip to main content
QUERN POST
NEWS SPORT WEATHER JOBS
Log in
Home
News
Quernmouth rail bridge to close for good on Friday

Quernmouth rail bridge to close for good on Friday
By Bram Oakes
Monday, 9 March 2026 08:15 AM GMT
Share

{BRIDGE_BODY[0]}

{BRIDGE_BODY[1]}

Sign up for The Quern Post Morning Letter! letters@quernpost.example

{BRIDGE_BODY[2]}

Sign up for The Quern Post Morning Letter! letters@quernpost.example

{BRIDGE_BODY[3]}

{BRIDGE_BODY[4]}

Sign up for The Quern Post Morning Letter! letters@quernpost.example

Tags: quernmouth | bridges | ferries

© 2026 Quern Post Media Ltd. All rights reserved.

Most read
Council drops plan for a second market hall
Ferry crews ask for a later first boat
Three held after a fight at the fish auction
3 comments
Leave a reply
Your email address will not be published. Required fields are marked *
2026-13-45
The old rail bridge at Quernmouth will close for good on Friday, the board said, after divers found...
Privacy policy
Terms of use
Download the Quern Post app
"""

UNTITLED_DUMP = """The council of Fennick voted eight to five on Tuesday to sell the old bathhouse to a builder.

Residents had gathered 2,300 names against the sale, and many stood in front of the town hall until late.

The mayor, Sunniva Hale, said that the roof alone would cost the town more than it spends on roads in three years.

By Anselm Rook
Write to the author: rook@fennickherald.example

2 thoughts on “Fennick sells its bathhouse against the will of many”

Leave a Reply

Your email address will not be published. Required fields are marked *
"""

BRIDGE_HTML = f"""<!doctype html><html lang="en"><head>
<title>Quernmouth rail bridge to close for good | Quern Post</title>
<meta property="og:title" content="Quernmouth rail bridge to close for good on Friday">
<meta property="og:site_name" content="Quern Post">
<meta name="author" content="Bram Oakes">
<link rel="canonical" href="https://quernpost.example/news/bridge">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Quernmouth rail bridge to close for good on Friday", "datePublished": "2026-03-09T08:15:00+00:00",
"dateModified": "2026-03-09T10:02:00+00:00", "author": [{{"@type": "Person", "name": "Bram Oakes"}}],
"publisher": {{"@type": "Organization", "name": "Quern Post"}}, "keywords": ["bridges", "ferries"]}}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>Quernmouth rail bridge to close for good on Friday</h1>
<div class="byline">By <a rel="author" href="/a/oakes">Bram Oakes</a></div>
<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>
<div class="article-body"><p>{BRIDGE_BODY[0]}</p><p>{BRIDGE_BODY[1]}</p>
<figure><img src="b.jpg"><figcaption>The bridge seen from the ferry pier. Photo: Ines Fell</figcaption></figure>
<p>{BRIDGE_BODY[2]}</p>
<aside class="related"><h3>Read more</h3><a href="/x">Ferry crews ask for a later boat</a></aside>
<p>{BRIDGE_BODY[3]}</p><p>{BRIDGE_BODY[4]}</p></div></article></main>
<section class="comments"><h2>3 comments</h2>
<p>I crossed it every day of my life and I will miss it, you can be sure.</p></section>
<footer><p>© 2026 Quern Post Media Ltd. All rights reserved.</p>
<a href="/privacy">Privacy policy</a></footer></body></html>
"""

BERGWACHT_DUMP = """Startseite
Politik
Wetter
Anmelden

Bergwacht rettet sechs Wanderer aus dem Schnee am Hohen Sattel

Von Jette Brand
Stand: 12.04.2026, 17:40 Uhr

Sechs Wanderer sind am Samstag am Hohen Sattel vom Schnee überrascht und erst nach Stunden gerettet worden.

Die Gruppe war trotz Warnung aufgebrochen. Zwei Frauen kamen mit Erfrierungen in die Klinik nach Altgraben.

„Eine Stunde später hätten wir sie nicht mehr lebend gefunden“, sagte Einsatzleiter Korbinian Thoma.

Lesen Sie auch: Neue Hütte am Sattel wird teurer

Schon im Februar waren am Sattel vier Menschen gerettet worden, zwei von ihnen schwer verletzt.

Das könnte Sie auch interessieren
Kommentare
Impressum
Datenschutz
© 2026 Altgrabener Bote
"""
