import TestSupport
import Testing

@testable import MAASRegion

extension SeededGenerator {
    fileprivate mutating func text(of pieces: [String], upTo count: Int) -> String {
        (0..<next(below: count + 1)).map { _ in pieces[next(below: pieces.count)] }.joined()
    }
}

@Suite struct ConstraintGrammarTests {
    @Test(
        arguments: [
            ("60", [""], [60_000_000_000], [[]]),
            ("root:8.5", ["root"], [8_500_000_000], [[]]),
            (
                "root:20(default),data:30(ssd,fast),5", ["root", "data", ""], [20, 30, 5].map { $0 * 1_000_000_000 },
                [["default"], ["ssd", "fast"], []]
            ),
            ("8.", [""], [8_000_000_000], [[]]),
            (".5", [""], [500_000_000], [[]]),
            ("0", [""], [0], [[]]),
            ("1(a,b),2", ["", ""], [1_000_000_000, 2_000_000_000], [["a", "b"], []]),
            ("9999999999999999999999", [""], [Int.max], [[]]),
        ] as [(String, [String], [Int], [[String]])])
    func `storage that is well formed`(text: String, labels: [String], bytes: [Int], tags: [[String]]) throws {
        let storage = try #require(StorageConstraints(text))
        #expect(storage.disks.map(\.label) == labels)
        #expect(try storage.disks.map { try $0.bytes() } == bytes)
        #expect(storage.disks.map(\.tags) == tags)
        #expect(storage.text == text)
    }

    @Test(arguments: [
        "", ",", "root:", "root:abc", "20GB", "root: 8", "root:-5", "root:8(", "root:8()", "8,", ",8", "8,,8", "a:b:8",
        "ro-ot:8", "8(a)9", "ä:8", "8 ", "٣",
    ])
    func `storage that is malformed`(text: String) { #expect(StorageConstraints(text) == nil) }

    @Test func `numbers that are none fail late, as MAAS's do`() throws {
        for text in ["1.2.3", ".", "..", "1..2"] {
            let disk = try #require(StorageConstraints(text)?.disks.first)
            #expect(throws: Refusal.self) { try disk.bytes() }
        }
    }

    @Test func `the boot disk stays first, the others go by their tags`() throws {
        let storage = try #require(StorageConstraints("a:1,b:2,c:3(x),d:4(x,y),e:5(z)"))
        #expect(storage.ordered.map(\.label) == ["a", "d", "c", "e", "b"])
    }

    @Test(arguments: [
        ("eth0", "Malformed constraint: 'eth0' (required format: '<label>:<key>=<value>[,<key2>=<value2>[,...]]')"),
        ("a:x=1;", "Malformed constraint: '' (required format: '<label>:<key>=<value>[,<key2>=<value2>[,...]]')"),
        ("eth0:space", "Malformed key/value pair in constraint: 'space'"),
        ("eth0:", "Malformed key/value pair in constraint: ''"),
        ("eth0:space=a,", "Malformed key/value pair in constraint: ''"),
        ("a:x=1;a:x=2", "Constraint label defined more than once: 'a'"),
        (
            "-a:x=1",
            "Invalid label name: '-a' (Must begin with an alphanumeric character, and include only alphanumeric "
                + "characters, dashes, and underscores.)"
        ),
    ])
    func `interfaces that are malformed`(text: String, message: String) {
        #expect(throws: ConstraintError(message)) { try InterfaceConstraints(text) }
    }

    @Test func `interfaces that are well formed`() throws {
        let constraints = try InterfaceConstraints("eth0:space=mgmt,tag=a,tag=b;9:vid=0;x_-:ip=fd00::1")
        #expect(constraints.labels.map(\.name) == ["eth0", "9", "x_-"])
        #expect(constraints.labels[0].values("tag") == ["a", "b"])
        #expect(constraints.labels[2].values("ip") == ["fd00::1"])
        #expect(constraints.unknownKey == nil)
        #expect(try InterfaceConstraints("a:colour=blue").unknownKey == "colour")
        #expect(try InterfaceConstraints("x").isEmpty, "one character is no constraint")
    }

    @Test(arguments: [
        ("eth0", "eth0"), ("007", "eth7"), ("0", "eth0"), ("averyveryverylonglabel", "eth-78cbc-label"),
        ("fifteen-letters", "fifteen-letters"),
    ])
    func `names made of labels`(label: String, name: String) {
        #expect(InterfaceConstraints.interfaceName(label: label) == name)
    }

    @Test func `no storage text crashes, and what is accepted reads the same again`() throws {
        let pieces = ["root", ":", "8", ".", "5", "(", ")", ",", "ssd", " ", "-", "é", "\u{301}", "0", "\n", "a1", "🤖"]
        var accepted = 0
        for seed in UInt64(1)...3000 {
            var random = SeededGenerator(seed: seed)
            let text = random.text(of: pieces, upTo: 9)
            guard let storage = StorageConstraints(text) else { continue }
            accepted += 1
            #expect(storage.text == text, "seed \(seed)")
            #expect(StorageConstraints(storage.text) == storage, "seed \(seed)")
            #expect(storage.ordered.count == storage.disks.count, "seed \(seed)")
            for disk in storage.disks { _ = try? disk.bytes() }
        }
        #expect(accepted > 50, "the generator hits the grammar")
    }

    @Test func `no interfaces text crashes, and what is accepted reads the same again`() throws {
        let pieces = [
            "eth0:space=a", "b:ip=10.0.0.1", ",vid=0", ",not_tag=x", ";", ":", "=", ",", "eth0", "c9:mode=unconfigured",
            " ", "-", "é", "\u{301}",
        ]
        var accepted = 0
        for seed in UInt64(1)...1500 {
            var random = SeededGenerator(seed: seed)
            let text = random.text(of: pieces, upTo: 6)
            guard let constraints = try? InterfaceConstraints(text), !constraints.isEmpty else { continue }
            accepted += 1
            #expect(try InterfaceConstraints(constraints.text) == constraints, "seed \(seed): \(text)")
            for label in constraints.labels {
                #expect(InterfaceConstraints.interfaceName(label: label.name).utf8.count <= 15, "seed \(seed)")
            }
        }
        #expect(accepted > 50, "the generator hits the grammar")
    }
}
