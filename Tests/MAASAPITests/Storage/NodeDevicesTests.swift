import RegionTesting
import Testing

/// The PCI and USB devices of a node: there are none, and who asks wrongly is told so first.
@Suite struct NodeDevicesTests {
    private let maas: TestRegion
    private let path: String

    init() throws {
        maas = try TestRegion()
        path = "nodes/\(try maas.systemID("node01"))/devices/"
    }

    @Test(arguments: [
        ("bus=pcie", 200, "[]"), ("bus=2", 200, "[]"), ("bus=3", 400, "Invalid bus numeric value!"),
        ("bus=True", 400, "Bus must be PCIE or USB!"), ("hardware_type=Disk", 200, "[]"),
        ("hardware_type=9", 400, "Invalid hardware type numeric value."),
        ("hardware_type=bogus", 400, "Hardware type must be node, cpu, memory, storage, or gpu"),
        ("vendor_id=8086", 200, "[]"),
    ])
    func filters(_ query: String, _ status: Int, _ text: String) throws {
        let answer = try maas.answer(Call("GET", "\(path)?\(query)", status, text))
        #expect(answer.status == status)
        #expect(answer.text == text)
    }

    @Test(arguments: [("9", 404, "No NodeDevice matches the given query."), ("x", 400, "Invalid id format!")])
    func oneDevice(_ id: String, _ status: Int, _ text: String) throws {
        for method in ["GET", "DELETE"] {
            let answer = try maas.answer(Call(method, "\(path)\(id)/", status, text))
            #expect(answer.status == status)
            #expect(answer.text == text)
        }
        let refused = try maas.answer(Call("DELETE", "\(path)\(id)/", as: .user, 403, ""))
        #expect(refused.status == 403)
    }
}
