import Foundation
import Testing

@testable import MAASConformance

@Suite("The cases themselves")
struct CatalogTests {
    @Test("every case is complete, and every layer and area has some")
    func builtIn() throws {
        let cases = try CaseCatalog.builtIn().cases
        #expect(cases.count >= 290)
        for layer in Layer.allCases { #expect(cases.contains { $0.layer == layer }) }
        for item in cases {
            #expect(item.id.hasPrefix(item.area.rawValue + "."), "\(item.id)")
            #expect(item.title.count > 10 && item.source.count > 5, "\(item.id)")
        }
    }

    @Test("what a case creates carries its prefix, and is undone")
    func cleanliness() throws {
        for item in try CaseCatalog.builtIn().cases {
            guard case .wire(let steps) = item.body else { continue }
            for step in steps where step.request.method == "POST" {
                guard case .form(let form) = step.request.body else { continue }
                let named = step.request.path == "dnsresources/" ? [] : ["hostname", "name", "username"]
                let noted = ["ipranges/", "reservedips/"].contains(step.request.path) ? ["comment"] : []
                for name in named + noted {
                    guard let value = form[name]?.text, step.expect.status == .int(200), step.undo != nil else {
                        continue
                    }
                    #expect(value.hasPrefix("{prefix}"), "\(item.id): \(name)=\(value)")
                }
            }
        }
    }

    @Test("deviations name cases that exist")
    func deviations() throws {
        let ids = Set(try CaseCatalog.builtIn().cases.map(\.id))
        #expect(try Deviations.builtIn().caseIDs.subtracting(ids) == [])
    }

    @Test(
        "a file with a mistake is refused with its place",
        arguments: [
            ("[1", "f.json: line 1"), ("{\"area\":\"x\",\"area\":\"y\"}", "the key \"area\" stands twice"),
            ("{\"area\":\"x\",\"cases\":[]}", "f.json: area: must be one of"),
            ("{\"area\":\"network\",\"cases\":[],\"typo\":1}", "f.json: typo: is no key"),
            (
                "{\"area\":\"network\",\"cases\":[{\"id\":\"x\"}]}",
                "f.json: cases.0.id: 'x' must read network.subject.what"
            ),
            (one("\"steps\":[]"), "has no steps"), (one("\"steps\":[{\"request\":\"GET\"}]"), "must read METHOD path"),
            (one("\"steps\":[{\"request\":\"GET x/\",\"expect\":{\"json\":{\"$typ\":1}}}]"), "'$typ' is no operator"),
            (
                one("\"steps\":[{\"request\":\"GET x/\",\"expect\":{\"json\":{\"$any\":1,\"a\":1}}}]"),
                "mixes operators with keys"
            ),
            (
                one("\"steps\":[{\"request\":{\"path\":\"x/\",\"as\":\"root\"}}]"),
                "must be admin, user, nobody or stranger"
            ),
            (one("\"steps\":[{\"request\":{\"path\":\"x/\",\"form\":{},\"json\":{}}}]"), "has more than one body"),
            (
                one("\"steps\":[{\"request\":{\"path\":\"x/\",\"multipart\":{\"f\":{\"filename\":\"a\"}}}}]"),
                "multipart.f: must have a filename and a text"
            ),
            (one("\"versions\":\"new\",\"steps\":[{\"request\":\"GET x/\"}]"), "must read 3.5-3.7"),
            (one("\"needs\":[\"luck\"],\"steps\":[{\"request\":\"GET x/\"}]"), "'luck' is none of"),
        ])
    func mistakes(text: String, said: String) {
        let error = #expect(throws: CaseFileError.self) { try CaseFile.cases(in: text, file: "f.json") }
        #expect(error?.localizedDescription.contains(said) == true, "\(String(describing: error))")
    }

    @Test("patterns and version ranges")
    func choosing() throws {
        #expect(
            CasePattern("vmhosts.*").matches("vmhosts.read.list") && CasePattern("*list").matches("vmhosts.read.list"))
        #expect(
            !CasePattern("vmhosts").matches("vmhosts.read.list")
                && CasePattern("v*r*d.list").matches("vmhosts.read.list"))
        let range = try #require(VersionRange("3.5-3.7"))
        #expect(
            range.contains(MAASVersion(3, 5)) && range.contains(MAASVersion(3, 7)) && !range.contains(MAASVersion(3, 8))
        )
        #expect(
            VersionRange("-3.8")?.contains(MAASVersion(4, 0)) == false
                && VersionRange("3.6-")?.contains(MAASVersion(4, 0)) == true)
        #expect(
            VersionRange("3.7")?.contains(MAASVersion(3, 6)) == false && VersionRange("-") == nil
                && VersionRange("x-3.7") == nil)
        #expect(MAASVersion("3.7.3") == MAASVersion(3, 7) && MAASVersion("3") == nil)
    }
}

/// A file with one case, whose rest is given.
private func one(_ rest: String) -> String {
    "{\"area\":\"network\",\"cases\":[{\"id\":\"network.a.b\",\"title\":\"t\",\"source\":\"s\",\(rest)}]}"
}
