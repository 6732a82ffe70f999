//! First names that many people bear, with their short forms.

/// The common names, the most common first: the name, then what people are called for short, if anything.
pub(crate) const COMMON: &str = "\
David Dave Davey|John Jack Johnny|Michael Mike Mick|Paul|Margaret Maggie Peggy Meg|Susan Sue Susie|Sarah Sally|James Jim Jimmy Jamie\
|Robert Rob Bob Bobby|Andrew Andy Drew|Mohammed Mo|William Will Bill Billy Liam|Richard Rich Rick Dick|Elizabeth Liz Beth Lizzie Betty\
|Mary Molly Polly|Peter Pete|Mark|Patricia Pat Trish|Stephen Steve Ste|Christopher Chris Kit|Thomas Tom Tommy|Christine Chris Chrissie\
|Linda Lin|Karen|Daniel Dan Danny|Jennifer Jen Jenny|Matthew Matt|Anthony Tony Ant|Ian|Helen Nell|Jean|Emma Em|Patrick Pat Paddy\
|Jacqueline Jackie|George|Kevin Kev|Joseph Joe Joey|Benjamin Ben Benny|Rebecca Becky Becca|Alexander Alex Sandy Alec|Catherine Cath Kate Cathy\
|Samuel Sam Sammy|Dorothy Dot Dolly|Barbara Barb Babs|Edward Ed Ted Eddie|Victoria Vicky Tori|Jessica Jess Jessie|Charles Charlie Chas\
|Nicholas Nick Nicky|Deborah Deb Debbie|Joan|Jonathan Jon Jonny|Kathleen Kath Kathy|Graham|Lauren|Laura|Maureen Mo|Brian|Alan Al\
|Charlotte Lottie Charlie|Philip Phil Pip|Simon Si|Pamela Pam|Gary Gaz|Carol|Sandra Sandy|Sharon Shaz|Tracey Trace|Angela Angie|Ann Annie\
|Keith|Katherine Kate Kathy Katie|Amy|Stuart Stu|Julie Jules|Nicola Nicky|Gemma Gem|Louise Lou|Joshua Josh|Oliver Ollie|Claire|Zoe|Fatima\
|Ronald Ron Ronnie|Kenneth Ken Kenny|Raymond Ray|Alison Ali|Martin Marty|Colin Col|Gordon|Lesley Les|Terence Terry Tel|Dennis Den|Frederick Fred Freddie\
|Norman Norm|Geoffrey Geoff|Douglas Doug|Gerald Gerry|Leonard Len Lenny|Eileen|Sheila|Irene|Doreen|Sylvia Syl|Marjorie Marge|Gillian Gill\
|Valerie Val|Wendy|Lorraine Lori|Theresa Terri Tess|Bernadette Bernie|Josephine Jo Josie|Joanne Jo|Samantha Sam Sammy|Michelle Shell|Natalie Nat\
|Stephanie Steph|Hannah|Rachel Rach|Danielle Dani|Abigail Abi|Georgina Georgie|Isabella Bella Izzy|Eleanor Ellie Nell|Olivia Liv|Amelia Millie\
|Sophie|Lucy|Grace|Ethan|Jacob Jake|Zachary Zach|Nathaniel Nat|Timothy Tim|Gregory Greg|Jeffrey Jeff|Russell Russ|Lawrence Larry Laurie\
|Vincent Vince|Maxwell Max|Harold Harry|Arthur Art|Albert Bert Bertie|Ahmed|Ibrahim|Yusuf|Aisha|Khadija|Hussain|Priya|Sanjay|Rajesh Raj\
|Gurpreet|Agnieszka Aga|Katarzyna Kasia|Krzysztof Kris|Blessing|Emmanuel Manny|Oluwaseun Seun|Siobhan|Aoife|Rhys|Gwendolyn Gwen|Angus Gus|Fiona Fi";

/// The common names without their short forms.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    COMMON.split('|').filter_map(|line| line.split(' ').next())
}

/// What people of this name are called for short; nothing where the name is not common, or is short already.
pub(crate) fn short_forms(name: &str) -> Vec<&'static str> {
    let mut lines = COMMON.split('|').map(|line| line.split(' '));
    let found = lines.find_map(|mut line| (line.next() == Some(name)).then_some(line));
    found.map(Iterator::collect).unwrap_or_default()
}
