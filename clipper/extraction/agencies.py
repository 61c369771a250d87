"""The news agencies, in their own spelling. Pure text."""

import re

# Spelling as the agencies write themselves. Short ones that are also words or initials count in this spelling alone.
_AGENCIES = {
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "dpa-afx": "dpa-AFX",
    "dpa/lby": "dpa",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "associated press": "AP",
    "the associated press": "AP",
    "apa": "APA",
    "austria presse agentur": "APA",
    "kna": "KNA",
    "sid": "sid",
    "sda": "SDA",
    "keystone-sda": "SDA",
    "sda-ats": "SDA",
    "keystone-ats": "SDA",
    "ats": "ATS",
    "epd": "epd",
    "evangelischer pressedienst": "epd",
    "dts": "dts",
    "dts nachrichtenagentur": "dts",
    "ansa": "ANSA",
    "adnkronos": "Adnkronos",
    "agi": "AGI",
    "efe": "EFE",
    "agencia efe": "EFE",
    "europa press": "Europa Press",
    "tass": "TASS",
    "ria novosti": "RIA Novosti",
    "interfax": "Interfax",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "jiji": "Jiji",
    "jiji press": "Jiji",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "yonhap": "Yonhap",
    "press association": "PA",
    "pa media": "PA",
    "belga": "Belga",
    "anp": "ANP",
    "ntb": "NTB",
    "ritzau": "Ritzau",
    "ritzaus bureau": "Ritzau",
    "pap": "PAP",
    "čtk": "ČTK",
    "ctk": "ČTK",
    "mti": "MTI",
    "hina": "HINA",
    "lusa": "LUSA",
    "agência lusa": "LUSA",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "anadolu ajansı": "Anadolu",
    "upi": "UPI",
    "aap": "AAP",
    "the canadian press": "The Canadian Press",
    "canadian press": "The Canadian Press",
    "awp": "AWP",
    "ukrinform": "Ukrinform",
    "télam": "Télam",
    "agência brasil": "Agência Brasil",
    "estadão conteúdo": "Estadão Conteúdo",
    "agerpres": "Agerpres",
    "bns": "BNS",
    "leta": "LETA",
    "stt": "STT",
    "tanjug": "Tanjug",
    "dapd": "dapd",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "antara": "Antara",
}
_EXACT_AGENCIES = {"AP": "AP", "PA": "PA", "TT": "TT", "AA": "Anadolu", "CP": "The Canadian Press", "SID": "sid"}


def agency(text: str) -> str | None:
    """Give the agency's own spelling, None where the text is not the name of one."""
    text = text.strip(" .()[]*\t")
    return _EXACT_AGENCIES.get(text) or _AGENCIES.get(text.casefold())


def agencies_within(text: str) -> tuple[str, ...]:
    """Give the agencies named in a credit such as "MINISTRY / HANDOUT/AFP"."""
    parts = (
        part for part in re.split(r"[/,;()|·\[\]]|\s[–—-]\s|\s(?:via|and|und|für|for)\s|(?<=\w)\s(?=Photo\b)|--", text)
    )
    return tuple(dict.fromkeys(name for name in map(agency, parts) if name))
