/// Host names of two words, as MAAS makes them up for machines without one.
enum PetName {
    package static func random(_ random: RegionRandom) throws -> String {
        try random.element(of: adjectives) + "-" + random.element(of: animals)
    }

    private static let adjectives = """
        able active ample apt bold brave brief bright brisk busy calm civil clean clear clever close cool cosy crisp
        daring deep direct eager early easy equal exact fair famous fast firm fit fleet fond frank free fresh full
        gentle glad good grand great happy hardy honest humble ideal just keen kind large light live loyal lucky main
        merry mighty model modest neat new nice noble open patient plain polite prime prompt proper proud pure quick
        quiet rapid rare ready regular rich right robust round safe sharp simple sincere smart smooth solid sound
        stable steady strong sunny super sure sweet tender tidy top true trusty upright useful valid vast vital warm
        welcome whole wise witty worthy young
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let animals = """
        ant ape badger bass bat bear beaver bee bird bison boar bream buck bull camel carp cat chimp cobra cod colt
        condor crab crane cricket crow cub deer dingo doe dog dolphin donkey dove drake duck eagle eel egret elk emu
        falcon fawn ferret finch firefly fish flea foal fowl fox frog gannet gazelle gecko ghost gibbon giraffe gnat
        goat goose gopher grouse grub gull hare hawk hen heron hippo hornet horse hound husky ibex iguana impala
        insect jackal jaguar jay kid kit kite kiwi koala koi lamb lark lemming lemur leopard lion lizard llama lobster
        loon lynx macaw maggot magpie mako mammal man mantis marlin marmot marten martin mayfly mink minnow mite mole
        molly monarch monkey moose moray moth mouse mule mullet muskox muskrat newt octopus ocelot oriole osprey owl
        ox oyster panda pangolin parrot peacock pelican penguin perch pig pigeon pika platypus polecat pony possum
        prawn puma pup python quagga quail rabbit raccoon ram raptor rat raven ray redfish reindeer rhino robin
        rodent rooster sailfish salmon satyr sawfly seal seasnail shad shark sheep shepherd shiner shrew shrimp skink
        skunk skylark sloth slug snail snake snipe spider sponge squid stag starfish starling stork stud sturgeon
        sunbird sunfish swan swift tadpole tahr tapir teal termite terrier thrush tick tiger titmouse toad tomcat
        tortoise toucan treefrog trout tuna turkey turtle urchin viper vervet vulture wahoo wallaby walleye walrus
        warthog wasp weasel weevil whale whippet wildcat wolf wombat worm wren yak zebra
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
