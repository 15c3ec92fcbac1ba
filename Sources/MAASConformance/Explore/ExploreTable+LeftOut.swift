extension ExploreTable {
    /// Never asked, and why.
    static let leftOut: [String: String] = {
        let lines = reasons.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
        return Dictionary(
            lines.map { (String($0[0]), String($0[1].drop { $0 == " " })) }, uniquingKeysWith: { first, _ in first })
    }()

    private static let reasons = """
        GET events/ query: what it answers is of the region's past and of what others do meanwhile
        GET installation-results/: it lists what every machine's installer has said
        GET rackcontrollers/{system_id}/ query_power_state: it asks the controller's BMC, which takes long or fails
        """
}
