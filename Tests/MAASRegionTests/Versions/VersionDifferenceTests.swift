import Foundation
import Testing

@testable import MAASEmulator
@testable import MAASRegion

/// The page of differences: the order of versions, its rows, and what names them.
@Suite struct VersionDifferenceTests {
    /// Compared as texts, 3.10 would come before 3.4.
    @Test func versionsAreOrderedByTheirNumbers() {
        for a in MAASVersion.allCases {
            for b in MAASVersion.allCases {
                let isBefore = Self.numbers(a).lexicographicallyPrecedes(Self.numbers(b))
                #expect((a < b) == isBefore, "\(a.rawValue) and \(b.rawValue)")
            }
        }
        #expect(MAASVersion.first == MAASVersion.allCases.first)
        #expect(MAASVersion.last == MAASVersion.allCases.last)
    }

    private static func numbers(_ version: MAASVersion) -> [Int] {
        version.rawValue.split(separator: ".").compactMap { Int($0) }
    }

    @Test func versionsAreFoundByTheirNames() {
        for version in MAASVersion.allCases {
            #expect(MAASVersion(rawValue: version.rawValue) == version)
            #expect(version.release.hasPrefix(version.rawValue + "."))
        }
        #expect(MAASVersion(rawValue: "3.40") == nil)
    }

    /// A row that every version has is no difference any more.
    @Test(arguments: VersionDifference.allCases)
    func everyRowDividesTheVersions(_ difference: VersionDifference) {
        let having = MAASVersion.allCases.filter { $0.has(difference) }
        #expect(!having.isEmpty && having.count < MAASVersion.allCases.count)
        #expect(!difference.about.isEmpty && !difference.about.contains("|") && !difference.about.contains("\n"))
    }

    @Test func rowsHoldFromTheirFirstVersionToTheirLast() {
        func having(_ difference: VersionDifference) -> [MAASVersion] {
            MAASVersion.allCases.filter { $0.has(difference) }
        }
        #expect(having(.dpus) == [.v3_7, .v3_8, .v4_0])
        #expect(having(.novaDriver) == [.v3_4, .v3_5, .v3_6, .v3_7])
        #expect(having(.rackControllersTag) == [.v3_4])
        #expect(having(.notificationsByUsername) == [.v4_0])
    }

    @Test func dataFilesNameRowsThatThereAre() throws {
        var found = 0
        for (_, text) in MAASRegion.EmbeddedData.files {
            for match in text.matches(of: /"versions": *"([^"]*)"/) {
                #expect(VersionDifference(rawValue: String(match.1)) != nil, "\(match.1)")
                found += 1
            }
        }
        #expect(found == 7)
    }

    @Test func thePageOfVersionsIsFresh() throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: repository.appending(path: "docs/versions.md"), encoding: .utf8)
        #expect(page == VersionReport.markdown, "docs/versions.md is stale: maas-emulator versions prints it")
        #expect(page.contains("| `machinePods` | Machines show `pod` and `virtualmachine_id` | ● | ● | ● | ● | ● |  |"))
    }
}
