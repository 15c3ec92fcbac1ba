import Foundation
import HTTPServer
import RegionTesting
import Testing

@testable import MAASEmulator

@Suite("The page's files and what they read")
struct ControlPageTests {
    @Test func everyFileThatIsNamedIsServedWithItsType() throws {
        let emulator = try TestEmulator(controlToken: "secret")
        let types = ["js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"]
        var wanted = Set(
            emulator.control("GET", "").text.matches(of: /"\/emulator\/page\/([a-z.]+)"/).map { String($0.1) })
        #expect(wanted.count == 4)
        var seen: Set<String> = []
        while let name = wanted.popFirst() {
            seen.insert(name)
            // Without the token: the page asks for it itself.
            let file = emulator.control("GET", "page/\(name)")
            #expect(file.status == 200, "\(name)")
            let type = try #require(types[String(name.split(separator: ".").last ?? "")])
            #expect(file.contentType?.hasPrefix(type) == true, "\(name)")
            let imports = file.text.matches(of: /from "\.\/([a-z]+\.js)"/).map { String($0.1) }
            wanted.formUnion(Set(imports).subtracting(seen))
        }
        #expect(seen.union(["index.html"]) == Set(EmbeddedPage.files.map(\.path)), "a file that nobody asks for")
        #expect(emulator.control("GET", "page/nothing.js").status == 404)
        #expect(emulator.control("GET", "machines").status == 401)
    }

    /// Text becomes HTML nowhere, and nothing is fetched from elsewhere.
    @Test func noFileMakesHTMLOrNamesAnotherHost() {
        for file in EmbeddedPage.files {
            for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"] {
                #expect(!file.text.contains(word), "\(file.path): \(word)")
            }
            let text = file.text.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!text.contains("http://") && !text.contains("https://"), "\(file.path)")
            #expect(!text.contains(#/ (style|on[a-z]+)="/#), "\(file.path): an inline style or handler")
        }
    }

    @Test func thePolicyAllowsThePagesOwnFilesOnly() throws {
        let page = try TestEmulator().control("GET", "").response
        let policy = try #require(page.headers["Content-Security-Policy"])
        #expect(policy.contains("default-src 'none'; script-src 'self'; style-src 'self';"))
        #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("data:"))
    }

    @Test func theFormKnowsEveryNamedAnswer() throws {
        let file = try #require(EmbeddedPage.files.first { $0.path == "faults.js" })
        let list = try #require(file.text.firstMatch(of: /const answers = \[([^\]]*)\]/)?.1)
        #expect(Set(list.matches(of: /"([a-z_]+)"/).map { String($0.1) }) == Set(NamedAnswer.all.keys))
    }

    @Test func aMachineComesWithWhatItsStatusAllows() throws {
        let emulator = try TestEmulator()
        let rows = try emulator.control("GET", "machines").list
        #expect(rows.count == 15)
        let deployed = try #require(rows.first { $0["hostname"]?.string == "node07" })
        #expect(deployed["addresses"]?.strings == ["10.10.0.251"])
        let id = try #require(deployed["system_id"]?.string)
        _ = try emulator.api("GET", "machines/\(id)/")
        let one = emulator.control("GET", "machines/\(id)")
        let actions = try one.value("actions").strings
        #expect(actions.contains("release") && actions.contains("lock") && actions.contains("power_off"))
        #expect(!actions.contains("deploy") && !actions.contains("unlock"))
        #expect(actions.contains("mark_broken"))
        let ready = try #require(rows.first { $0["hostname"]?.string == "node01" }?["system_id"]?.string)
        let free = try emulator.control("GET", "machines/\(ready)").value("actions").strings
        #expect(free.contains("commission") && !free.contains("mark_broken"), "nobody owns it")
        #expect(try one.value("requests").elements.count == 1)
        // The page acts as the first administrator, and MAAS lets nobody but the owner call a machine broken.
        try emulator.maas.region.withState {
            try $0.db.execute(
                "UPDATE nodes SET owner_id = (SELECT id FROM users WHERE username = 'user1') WHERE system_id = ?", id)
        }
        let others = try emulator.control("GET", "machines/\(id)").value("actions").strings
        #expect(others.contains("release") && !others.contains("mark_broken"))
        _ = try emulator.api("POST", "machines/\(id)/", query: "op=lock")
        #expect(try emulator.control("GET", "machines/\(id)").value("actions").strings == ["unlock"])
        #expect(emulator.control("GET", "machines/nobody").status == 404)
    }

    @Test func lookingLeavesNoTraceAndDoingDoes() throws {
        let emulator = try TestEmulator()
        emulator.control("POST", "faults", #"{"operation": "ZonesHandler.read", "failure": "database_conflict"}"#)
        #expect(try emulator.control("GET", "api", query: "path=zones/").list.count == 4)
        #expect(try emulator.control("GET", "journal").list.isEmpty)
        let done = emulator.control("POST", "api", #"{"path": "zones/", "form": {"name": "made&=here"}}"#)
        #expect(try done.integer("status") == 400)
        let made = emulator.control("POST", "api", #"{"path": "zones/", "form": {"name": "made"}}"#)
        #expect(try made.integer("status") == 200)
        #expect(try made.string("operation") == "ZonesHandler.create")
        #expect(try emulator.control("GET", "journal", query: "summary=true&status=2xx").list.count == 1)
        #expect(emulator.control("GET", "api", query: "path=/MAAS/").status == 400)
        #expect(emulator.control("GET", "api", query: "path=../x").status == 400)
        #expect(emulator.control("GET", "api").status == 400)
    }

    @Test func keysOfAnyLettersSign() throws {
        let inventory = #"{"users": [{"username": "root", "is_superuser": true, "api_key": "a+b c:d%e:f&g\"=h"}]}"#
        let region = try TestRegion(inventory: inventory)
        let request = HTTPRequest(
            method: "GET", path: "/emulator/api", query: "path=users/", headers: ["Host": "localhost"])
        let answer = Answer(Emulator(region: region.region).respond(to: request))
        #expect(answer.status == 200 && answer.text.contains("root"), "\(answer.text)")
    }

    @Test func theJournalIsNarrowedByEverythingThatItKnows() throws {
        let emulator = try TestEmulator()
        _ = try emulator.api("GET", "zones/")
        _ = try emulator.api("GET", "nowhere/")
        _ = try emulator.api("POST", "zones/", form: "name=z1")
        func count(_ query: String) throws -> Int {
            try emulator.control("GET", "journal", query: "summary=true&\(query)").list.count
        }
        #expect(try count("status=4xx") == 1)
        #expect(try count("status=200") == 2)
        #expect(try count("method=post") == 1)
        #expect(try count("user=admin") == 2)
        #expect(try count("since=2") == 1)
        #expect(emulator.control("GET", "journal", query: "status=4yy").status == 400)
        #expect(emulator.control("GET", "journal", query: "summary=perhaps").status == 400)
        let one = emulator.control("GET", "journal/3")
        #expect(try one.string("request", "body") == "name=z1")
        #expect(try one.value("milliseconds") != .number(0))
        #expect(emulator.control("GET", "journal/77").status == 404)
    }

    @Test func theClockGoesToTheNextThingDue() throws {
        let emulator = try TestEmulator()
        let id = try #require(
            try emulator.control("GET", "machines").list.first { $0["hostname"]?.string == "node01" }?["system_id"]?
                .string)
        _ = try emulator.api("POST", "machines/\(id)/", query: "op=deploy")
        var statuses: [String] = []
        for _ in 0..<20 where statuses.last != "Deployed" {
            emulator.control("POST", "clock", #"{"advance": "next"}"#)
            let one = emulator.control("GET", "machines/\(id)")
            statuses.append(try #require(try one.string("machine", "status")))
        }
        #expect(statuses.last == "Deployed")
        #expect(emulator.control("POST", "clock", #"{"advance": "sometime"}"#).status == 400)
    }
}
