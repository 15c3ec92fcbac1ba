import Formats

/// A release of Ubuntu, as Debian's `distro-info-data` lists them.
package struct UbuntuRelease: Sendable {
    /// `24.04`
    package let version: String
    package let isLTS: Bool
    /// `noble`
    package let series: String
    /// `Noble Numbat`
    let codename: String
    /// The day since which the release has been known.
    private let created: String
    /// The last day of the longest support that there is; `nil` for short-lived releases.
    private let lastDay: String?

    private init(_ version: String, _ codename: String, _ created: String, _ lastDay: String? = nil) {
        isLTS = version.hasSuffix(" LTS")
        self.version = String(version.prefix { $0 != " " })
        self.codename = codename
        series = codename.prefix { $0 != " " }.lowercased()
        self.created = created
        self.lastDay = lastDay
    }

    /// `Ubuntu 24.04 LTS "Noble Numbat"`
    package var title: String { "Ubuntu \(version)\(isLTS ? " LTS" : "") \"\(codename)\"" }

    /// The release of a series that is known on a day, such as `noble`.
    package static func known(_ series: String, on day: String) -> UbuntuRelease? {
        all.first { $0.series == series && $0.created <= day }
    }

    /// Whether machines can be commissioned with the release on a day.
    func canCommission(on day: String) -> Bool {
        isLTS && created <= day && (lastDay.map { day <= $0 } ?? false) && series != "xenial"
    }

    /// What the beginning of a version, or of a series since 12.04, means: the first that fits.
    static func beginning(with text: String) -> UbuntuRelease? {
        all.first { release in
            (release.numbers[0] >= 12 && release.series.hasPrefix(text)) || release.version.hasPrefix(text)
        }
    }

    /// The parts of the version.
    var numbers: [Int] { version.split(separator: ".").compactMap { Int($0) } }

    /// A day as `distro-info-data` writes it.
    package static func day(_ time: RegionTime) -> String { String(Timestamp.iso(time, zoned: false).prefix(10)) }

    package static let all: [UbuntuRelease] = [
        UbuntuRelease("4.10", "Warty Warthog", "2004-03-05"), UbuntuRelease("5.04", "Hoary Hedgehog", "2004-10-20"),
        UbuntuRelease("5.10", "Breezy Badger", "2005-04-08"),
        UbuntuRelease("6.06 LTS", "Dapper Drake", "2005-10-12"), UbuntuRelease("6.10", "Edgy Eft", "2006-06-01"),
        UbuntuRelease("7.04", "Feisty Fawn", "2006-10-26"), UbuntuRelease("7.10", "Gutsy Gibbon", "2007-04-19"),
        UbuntuRelease("8.04 LTS", "Hardy Heron", "2007-10-18"),
        UbuntuRelease("8.10", "Intrepid Ibex", "2008-04-24"), UbuntuRelease("9.04", "Jaunty Jackalope", "2008-10-30"),
        UbuntuRelease("9.10", "Karmic Koala", "2009-04-23"), UbuntuRelease("10.04 LTS", "Lucid Lynx", "2009-10-29"),
        UbuntuRelease("10.10", "Maverick Meerkat", "2010-04-29"),
        UbuntuRelease("11.04", "Natty Narwhal", "2010-10-10"), UbuntuRelease("11.10", "Oneiric Ocelot", "2011-04-28"),
        UbuntuRelease("12.04 LTS", "Precise Pangolin", "2011-10-13", "2019-04-26"),
        UbuntuRelease("12.10", "Quantal Quetzal", "2012-04-26"),
        UbuntuRelease("13.04", "Raring Ringtail", "2012-10-18"),
        UbuntuRelease("13.10", "Saucy Salamander", "2013-04-25"),
        UbuntuRelease("14.04 LTS", "Trusty Tahr", "2013-10-17", "2024-04-25"),
        UbuntuRelease("14.10", "Utopic Unicorn", "2014-04-17"), UbuntuRelease("15.04", "Vivid Vervet", "2014-10-23"),
        UbuntuRelease("15.10", "Wily Werewolf", "2015-04-23"),
        UbuntuRelease("16.04 LTS", "Xenial Xerus", "2015-10-22", "2026-04-23"),
        UbuntuRelease("16.10", "Yakkety Yak", "2016-04-21"), UbuntuRelease("17.04", "Zesty Zapus", "2016-10-13"),
        UbuntuRelease("17.10", "Artful Aardvark", "2017-04-13"),
        UbuntuRelease("18.04 LTS", "Bionic Beaver", "2017-10-19", "2028-04-26"),
        UbuntuRelease("18.10", "Cosmic Cuttlefish", "2018-04-26"),
        UbuntuRelease("19.04", "Disco Dingo", "2018-10-18"), UbuntuRelease("19.10", "Eoan Ermine", "2019-04-18"),
        UbuntuRelease("20.04 LTS", "Focal Fossa", "2019-10-17", "2030-04-23"),
        UbuntuRelease("20.10", "Groovy Gorilla", "2020-04-23"), UbuntuRelease("21.04", "Hirsute Hippo", "2020-10-22"),
        UbuntuRelease("21.10", "Impish Indri", "2021-04-22"),
        UbuntuRelease("22.04 LTS", "Jammy Jellyfish", "2021-10-14", "2032-04-21"),
        UbuntuRelease("22.10", "Kinetic Kudu", "2022-04-21"), UbuntuRelease("23.04", "Lunar Lobster", "2022-10-20"),
        UbuntuRelease("23.10", "Mantic Minotaur", "2023-04-20"),
        UbuntuRelease("24.04 LTS", "Noble Numbat", "2023-10-12", "2034-04-25"),
        UbuntuRelease("24.10", "Oracular Oriole", "2024-04-25"), UbuntuRelease("25.04", "Plucky Puffin", "2024-10-10"),
        UbuntuRelease("25.10", "Questing Quokka", "2025-04-17"),
        UbuntuRelease("26.04 LTS", "Resolute Raccoon", "2025-10-09", "2036-04-23"),
    ]
}
