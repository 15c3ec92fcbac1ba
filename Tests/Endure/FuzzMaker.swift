import Formats
import MAASAPI
import MAASRegion
import ProgramTesting
import TestSupport

/// One request, and what may come of it.
struct FuzzRequest {
    let number: Int
    let bytes: [UInt8]
    /// Framed as HTTP wants it: the answer must come.
    let isFramed: Bool
}

/// Makes the requests: every one follows from the seed and its number alone.
struct FuzzMaker: Sendable {
    let seed: UInt64
    let adminKey: String
    let userKey: String
    let values: FuzzValues
    let control: FuzzControl
    private let rows: [(path: PathPattern, operation: Operation)]

    init(seed: UInt64, adminKey: String, userKey: String, known: [String: [String]], inventory: [UInt8]) {
        self.seed = seed
        self.adminKey = adminKey
        self.userKey = userKey
        values = FuzzValues(known: known)
        control = FuzzControl(inventory: inventory)
        rows = OperationTable(.v3_7).resources.flatMap { resource in
            (resource.operations + (resource.anonymous ?? [])).map { (resource.path, $0) }
        }
    }

    func request(_ number: Int) -> FuzzRequest {
        var random = SeededGenerator(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
        switch random.next(below: 100) {
        case 0..<82: return FuzzRequest(number: number, bytes: operation(&random), isFramed: true)
        case 82..<88:
            return FuzzRequest(
                number: number, bytes: FuzzValues.mutated(operation(&random), &random), isFramed: false)
        case 88..<99: return FuzzRequest(number: number, bytes: control.request(values, &random), isFramed: true)
        default:
            let bytes = (0..<random.next(below: 400)).map { _ in UInt8(random.next(below: 256)) }
            return FuzzRequest(number: number, bytes: bytes, isFramed: false)
        }
    }

    /// A request of the table, with parameters that it reads and now and then others.
    private func operation(_ random: inout SeededGenerator) -> [UInt8] {
        let row = random.one(of: rows)
        var path = row.path.text
        for name in row.path.names {
            path = path.replacing("{\(name)}", with: PercentEncoding.encode(segment(name, path, &random)))
        }
        var query: [(String, String)] = row.operation.op.map { [("op", $0)] } ?? []
        let names = row.operation.parameters.map(\.name)
        var pairs: [(String, String)] = []
        let victim = names.isEmpty ? "unknown" : random.one(of: names)
        for name in names where name != victim && random.chance(names.count > 12 ? 15 : 60) {
            pairs.append((name, values.likely(name, &random)))
        }
        for _ in 0...(random.chance(10) ? random.next(below: 20) : 0) {
            pairs.append((victim, values.value(of: victim, &random)))
        }
        if random.chance(5) { pairs.append((values.value(of: "name", &random), values.value(of: "value", &random))) }
        var method = row.operation.method
        if random.chance(2) { method = random.one(of: ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]) }
        let sendsBody = method == "POST" || method == "PUT" || random.chance(2)
        if !sendsBody { query += pairs }
        let target = "/MAAS/api/2.0/" + path + (query.isEmpty ? "" : "?" + FuzzEncoding.urlencoded(query))
        let (type, body) = sendsBody ? FuzzEncoding.body(pairs, &random) : (nil, [])
        return FuzzEncoding.request(method, target, authorization(&random), type, body)
    }

    /// Something that is there, mostly.
    private func segment(_ name: String, _ path: String, _ random: inout SeededGenerator) -> String {
        switch random.next(below: 20) {
        case 0: return values.value(of: name, &random)
        case 1...3: return String(random.next(below: 60))
        default: break
        }
        let collection = path.split(separator: "/").first.map(String.init) ?? ""
        let own = values.known["\(collection)/\(name)"] ?? values.known[name] ?? []
        let shown = random.one(of: own.isEmpty ? ["1"] : own)
        return shown.isEmpty ? "1" : shown
    }

    private func authorization(_ random: inout SeededGenerator) -> String? {
        switch random.next(below: 100) {
        case 0..<80: EmulatorAPI.authorization(adminKey)
        case 80..<92: EmulatorAPI.authorization(userKey)
        case 92..<95: nil
        default:
            // Header fields end at their line, so what is mutated has none in it.
            FuzzValues.mutated(EmulatorAPI.authorization(adminKey), &random).filter {
                !$0.isNewline && $0.asciiValue.map { $0 >= 32 } ?? false
            }
        }
    }
}
