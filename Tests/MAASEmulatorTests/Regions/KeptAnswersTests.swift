import RegionTesting
import TestSupport
import Testing

import MAASEmulator

/// A kept answer is the one that would be given anew: two regions of the same seed live the same life, one of them
/// keeping nothing.
struct KeptAnswersTests {
    private static let reads = [
        "machines/", "machines/?hostname=node01", "nodes/", "devices/", "zones/", "resourcepools/", "vm-hosts/",
        "tags/",
        "fabrics/", "spaces/", "subnets/", "subnets/1/?op=statistics", "ipaddresses/?all=true", "domains/",
        "dnsresources/?all=true", "events/?op=query&limit=20", "maas/?op=get_config&name=maas_name", "users/",
        "users/?op=whoami", "account/?op=list_authorisation_tokens", "scripts/", "version/", "boot-resources/",
        "notifications/", "rackcontrollers/", "installation-results/",
    ]

    /// One random step: a change, or time, or a snapshot taken or gone back to.
    private enum Step {
        case call(String, String, [(String, String)])
        case advance(Double)
        case take
        case restore

        static func random(_ number: Int, _ machines: [String], _ random: inout SeededGenerator) -> Step {
            let machine = machines.randomElement(using: &random) ?? "none"
            switch Int.random(in: 0..<12, using: &random) {
            case 0: return .call("POST", "zones/", [("name", "zone\(number)")])
            case 1: return .call("DELETE", "zones/zone\(number - 3)/", [])
            case 2: return .call("POST", "machines/\(machine)/", [("op", "lock")])
            case 3: return .call("POST", "machines/\(machine)/", [("op", "unlock")])
            case 4: return .call("POST", "machines/", [("op", "allocate")])
            case 5: return .call("POST", "machines/\(machine)/", [("op", "deploy")])
            case 6: return .call("POST", "machines/\(machine)/", [("op", "release")])
            case 7:
                return .call("POST", "maas/", [("op", "set_config"), ("name", "maas_name"), ("value", "m\(number)")])
            case 8: return .call("PUT", "machines/\(machine)/", [("description", "text \(number)")])
            case 9: return .advance(Double(Int.random(in: 1...400, using: &random)))
            case 10: return .take
            default: return .restore
            }
        }
    }

    private static func take(_ step: Step, in region: TestRegion) throws -> String {
        switch step {
        case .call(let method, let path, let form):
            let query = form.filter { $0.0 == "op" }.map { "op=\($0.1)" }.joined()
            let call = Call(
                method, query.isEmpty ? path : "\(path)?\(query)",
                Dictionary(form.filter { $0.0 != "op" }, uniquingKeysWith: { $1 }), 200, "")
            let answer = try region.answer(call)
            return "\(answer.status) \(answer.text)"
        case .advance(let seconds): try region.advance(seconds)
        case .take: try region.region.takeSnapshot("only")
        case .restore: return "\(try region.region.restoreSnapshot("only"))"
        }
        return ""
    }

    @Test func keptAnswersAreWhatWouldBeAnsweredAnew() throws {
        var random = SeededGenerator()
        let keeping = try TestRegion()
        let forgetful = try TestRegion(keepsAnswers: false)
        let machines = try keeping.send("GET", "machines/").json.elements.compactMap { $0["system_id"]?.string }
        #expect(machines.count > 5)
        for number in 0..<120 {
            let step = Step.random(number, machines, &random)
            let made = try Self.take(step, in: keeping)
            #expect(try made == Self.take(step, in: forgetful), "step \(number): \(step)")
            for _ in 0..<4 {
                let path = Self.reads.randomElement(using: &random) ?? ""
                let who: TestRegion.Who = Bool.random(using: &random) ? .admin : .user
                let first = try keeping.answer(Call("GET", path, as: who, 200, ""))
                let again = try keeping.answer(Call("GET", path, as: who, 200, ""))
                let anew = try forgetful.answer(Call("GET", path, as: who, 200, ""))
                #expect(first.text == anew.text && first.status == anew.status, "\(path) after \(step)")
                #expect(again.text == anew.text && again.status == anew.status, "\(path) again")
            }
        }
    }
}
