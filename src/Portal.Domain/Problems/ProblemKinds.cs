namespace Portal.Domain.Problems;

/// <summary>
/// The words of all problems, in the files of this class. Codes are stable and never used again: P1xx files and folders, P2xx tables and cells,
/// P3xx keys and references, P4xx schemes, P5xx texts of input/, P6xx addresses, links and output, P7xx the tables of evaluation,
/// P8xx the tables of supervision.
/// Words are for the office's clerk: what was seen, which rule, what to do.
/// </summary>
public static partial class ProblemKinds
{
    // No initial value: the kinds of the other files of this class may be made before those of this one.
    private static List<ProblemKind>? kinds;

    /// <summary>All kinds by code; tests hold them to it.</summary>
    public static IReadOnlyList<ProblemKind> All => [.. kinds!.OrderBy(k => k.Code, StringComparer.Ordinal)];

    // P1xx: files and folders.

    /// <summary>A required file is missing.</summary>
    public static readonly ProblemKind MissingFile = Error("P101", "缺少文件“{0}”。", "请补上这个文件；格式见 data/README.md。");

    /// <summary>A table, workbook or YAML file of an unknown name, which would otherwise be passed over in silence.</summary>
    public static readonly ProblemKind UnknownFile = Error("P102", "文件“{0}”不认识，这里没有这个名字的表。", "最接近的是“{1}”；请改名，或移到别处。");

    /// <summary>UTF-16, with or without its mark.</summary>
    public static readonly ProblemKind Utf16 = Error("P103", "文件是 UTF-16 编码（Excel 的“Unicode 文本”）或含有空字节，不能读取。", "请另存为“CSV UTF-8（逗号分隔）”。");

    /// <summary>Neither UTF-8 nor GB18030.</summary>
    public static readonly ProblemKind UnknownEncoding = Error("P104", "文件既不是完整的 UTF-8，也不是完整的 GB18030，有字节读不出来。", "请在原程序里重新另存为“CSV UTF-8（逗号分隔）”。");

    /// <summary>GB18030 points that decode to private use.</summary>
    public static readonly ProblemKind PrivateUse = Warning("P105", "按 GB18030 读出 {0} 个专用区字符，别的电脑上可能显示成方框。", "请核对生僻字，并另存为 UTF-8。");

    /// <summary>One table in two forms.</summary>
    public static readonly ProblemKind TwoForms = Error("P106", "表“{0}”出现了两次：“{1}”和“{2}”。", "同一张表只能用一种形式（一个 CSV、一个分表文件夹或一个工作簿），请留一个。");

    /// <summary>No header.</summary>
    public static readonly ProblemKind EmptyFile = Error("P107", "表是空的，没有表头。", "第 1 行要写表头；没有数据就只留表头，或删去这个文件。");

    /// <summary>A workbook that cannot be opened.</summary>
    public static readonly ProblemKind BadWorkbook = Error("P108", "工作簿打不开：不是 .xlsx 文件，或者已损坏、设了密码。", "请用 Excel 打开后另存为“Excel 工作簿（.xlsx）”，不设密码。");

    /// <summary>A sheet that is no table.</summary>
    public static readonly ProblemKind UnknownSheet = Error("P109", "工作表“{0}”不认识。", "最接近的是“{1}”；请把工作表改成表名，或删去。");

    /// <summary>A file that the system does not let us read.</summary>
    public static readonly ProblemKind Unreadable = Error("P110", "文件读不了。", "请看文件是否被别的程序占用，或没有读取权限。");

    /// <summary>Text that is no YAML.</summary>
    public static readonly ProblemKind BadYaml = Error("P111", "这一行起不合 YAML 格式。", "请核对缩进（用空格，不用制表符）、冒号后的空格和引号是否成对；不用 & 和 * 引用。");

    /// <summary>A key that is not known.</summary>
    public static readonly ProblemKind UnknownKey = Error("P112", "项目“{0}”不认识。", "最接近的是“{1}”；请改正，或删去这一项。");

    /// <summary>A required key is missing or blank.</summary>
    public static readonly ProblemKind MissingKey = Error("P113", "缺少项目“{0}”，或者它是空的。", "请补上。");

    /// <summary>A value of the wrong form.</summary>
    public static readonly ProblemKind BadValue = Error("P114", "项目“{1}”的值“{0}”不对。", "这里要{2}。");

    /// <summary>A release whose folder has another name.</summary>
    public static readonly ProblemKind FolderName = Error("P115", "文件里的 id 是“{0}”，文件夹名是“{1}”。", "两处要相同，请改其中一处。");

    /// <summary>A release id that is not period.revision.</summary>
    public static readonly ProblemKind BadReleaseId = Error("P116", "发布号“{0}”不对。", "发布号是“时期.修订次数”，如“2023.1”；时期只用字母、数字和连字符，修订次数从 1 起。");

    /// <summary>A table of a later step of the portal.</summary>
    public static readonly ProblemKind LaterTable = Warning("P117", "表“{0}”本程序现在还不读取，没有用到。", "可以留着，以后的版本会读。");

    /// <summary>A spreadsheet of another format.</summary>
    public static readonly ProblemKind OldFormat = Error("P118", "“{0}”不是能读的表格格式。", "请用 Excel 另存为 .xlsx 或“CSV UTF-8（逗号分隔）”，再移走这个文件。");

    /// <summary>A government mark is blank in a final official release.</summary>
    public static readonly ProblemKind BlankMark = Error("P119", "正式发布的政府网站缺少标识“{0}”（国办发〔2017〕47号）。", "请在 settings.yaml 的 government 里填上真实的标识；没有批下来就先不要用 state: final。");

    // P2xx: tables and cells.

    /// <summary>A required column is missing.</summary>
    public static readonly ProblemKind MissingColumn = Error("P201", "表头缺少“{0}”（{1}）这一列。", "请补上这一列，列的次序不限。");

    /// <summary>A column given twice.</summary>
    public static readonly ProblemKind RepeatedColumn = Error("P202", "表头“{0}”与 {1} 列是同一列。", "请留一列。");

    /// <summary>A column that no table of this name has.</summary>
    public static readonly ProblemKind UnknownColumn = Error("P203", "表头“{0}”不认识。", "最接近的是“{1}”；请改表头，或删去这一列。");

    /// <summary>A cell below a blank header.</summary>
    public static readonly ProblemKind BlankHeader = Error("P204", "这一格有内容，可是这一列没有表头。", "请在第 1 行补上表头，或清空这一格。");

    /// <summary>A column of examination results.</summary>
    public static readonly ProblemKind ForbiddenColumn = Error("P205", "本站不收考试成绩、升学率和排名，表头“{0}”属于这一类（教育部门不得以升学率给学校排名）。", "请删去这一列。");

    /// <summary>A column of personal data.</summary>
    public static readonly ProblemKind PersonalColumn = Error("P206", "本站不收教师、学生的姓名、电话和证件号码，表头“{0}”属于这一类（个人信息保护法）。", "请删去这一列。");

    /// <summary>A row of another length.</summary>
    public static readonly ProblemKind RowLength = Error("P207", "这一行有 {0} 格，表头有 {1} 格。", "请看是否少了或多了逗号；格里有逗号时，整格要用英文双引号括起来。");

    /// <summary>Quotes that do not match.</summary>
    public static readonly ProblemKind BadQuotes = Error("P208", "这一行的英文双引号不成对，或者引号外还有文字。", "格里要写引号时，请用中文引号，或把整格括起来并把里面的引号写两遍。");

    /// <summary>A blank cell that must be filled.</summary>
    public static readonly ProblemKind BlankCell = Error("P209", "“{0}”空着。", "这一格必须填写。");

    /// <summary>Not a number.</summary>
    public static readonly ProblemKind NotANumber = Error("P210", "“{0}”不是数。", "请只写数字，如 1234.5；没有填报就空着，不适用写 z，无法取得写 x，不予公布写 c。");

    /// <summary>1,234.</summary>
    public static readonly ProblemKind ThousandsMark = Error("P211", "“{0}”带有千位分隔符。", "请只写数字，如 1234。");

    /// <summary>12%.</summary>
    public static readonly ProblemKind PercentSign = Error("P212", "“{0}”带有百分号。", "请按这一列的单位只写数字，不写百分号。");

    /// <summary>Full-width digits.</summary>
    public static readonly ProblemKind FullWidth = Error("P213", "“{0}”里有全角数字或符号。", "请改成半角数字，如 1234.5。");

    /// <summary>约30.</summary>
    public static readonly ProblemKind Approximate = Error("P214", "“{0}”是约数。", "请写准确的数；只有约数时空着，把原话写在文字列里。");

    /// <summary>3.4E+05 in a number.</summary>
    public static readonly ProblemKind ScientificNumber = Error("P215", "“{0}”是科学记数法，可能已经丢了末几位。", "请核对原数，把单元格设为“数值”后重新填写。");

    /// <summary>007.</summary>
    public static readonly ProblemKind LeadingZero = Error("P216", "“{0}”前面有多余的 0。", "请去掉；如果是代码，请核对是否填错了列。");

    /// <summary>More digits than can be kept.</summary>
    public static readonly ProblemKind TooManyDigits = Error("P217", "“{0}”的位数太多，不能原样保存。", "最多 15 位有效数字，请核对。");

    /// <summary>More decimals than the column allows.</summary>
    public static readonly ProblemKind TooManyDecimals = Warning("P218", "“{0}”有 {1} 位小数，这一列最多 {2} 位。", "请核对是否填错了列或单位；本站照原样使用。");

    /// <summary>A negative count.</summary>
    public static readonly ProblemKind Negative = Error("P219", "“{0}”是负数，这里只能是 0 或正数。", "请核对。");

    /// <summary>A marker where a number is needed.</summary>
    public static readonly ProblemKind NumberNeeded = Error("P220", "“{0}”不能用在这里，这一格必须是数。", "请填写数字。");

    /// <summary>A count with decimals.</summary>
    public static readonly ProblemKind NotWhole = Error("P221", "“{0}”不是整数。", "请写 0 或正整数，不带小数。");

    /// <summary>A date that is no yyyy-MM-dd.</summary>
    public static readonly ProblemKind BadDate = Error("P222", "“{0}”不是日期。", "请写成 2024-03-31 的样子。");

    /// <summary>A date as documents print them.</summary>
    public static readonly ProblemKind BadPartialDate = Error("P223", "“{0}”不是日期。", "请写成 2024-03-31、2024-03 或 2024；文件没有写日期就空着。");

    /// <summary>A year.</summary>
    public static readonly ProblemKind BadYear = Error("P224", "“{0}”不是年份。", "请写四位数字，如 2023；文件没有写年份就空着。");

    /// <summary>Characters that ids do not have.</summary>
    public static readonly ProblemKind BadId = Error("P225", "代码“{0}”里有不能用的字符。", "代码只用英文字母、数字和连字符（列名还可用下划线）。");

    /// <summary>A place code that is no six digits.</summary>
    public static readonly ProblemKind BadPlaceCode = Error("P226", "“{0}”不是六位行政区划代码。", "请填六位数字（GB/T 2260），全国是 000000。");

    /// <summary>Lost leading zeros.</summary>
    public static readonly ProblemKind LostZeros = Error("P227", "代码“{0}”不足 {1} 位，前面的 0 可能被 Excel 去掉了。", "请把这一列设为“文本”格式后重新填写。");

    /// <summary>3.4E+05 in a code.</summary>
    public static readonly ProblemKind ScientificId = Error("P228", "代码“{0}”被 Excel 变成了科学记数法，末几位已经丢失。", "请把这一列设为“文本”格式，从原始资料重新填写。");

    /// <summary>A code that ends in .0.</summary>
    public static readonly ProblemKind PointZero = Error("P229", "代码“{0}”末尾多了“.0”。", "请把这一列设为“文本”格式后重新填写。");

    /// <summary>A cell formatted as a percentage.</summary>
    public static readonly ProblemKind PercentCell = Error("P230", "单元格是百分比格式，看到的数与存着的数不同。", "请把单元格设为“常规”格式，再按这一列的单位填写。");

    /// <summary>#REF! and the like.</summary>
    public static readonly ProblemKind ErrorCell = Error("P231", "单元格是公式错误（如 #REF!、#N/A）。", "请改正公式，或把结果粘贴为数值。");

    /// <summary>A number of a stage that the school does not have.</summary>
    public static readonly ProblemKind StageNumber = Error("P232", "办学类型“{0}”没有这个学段，“{1}”却填了“{2}”。", "请核对办学类型；没有这个学段就空着，或写 z。");

    /// <summary>A code that the vocabulary does not have.</summary>
    public static readonly ProblemKind UnknownCode = Error("P233", "“{1}”的值“{0}”不认识。", "最接近的是“{2}”；可用的值见 codes.csv 和 data/README.md。");

    /// <summary>A mobile number, an ID-card number or an e-mail; never repeated in the message.</summary>
    public static readonly ProblemKind PersonalData = Error("P234", "这一格里像有{0}（为保护个人信息，不在这里重复）。", "请删去；对外联系方式只写在 channels.csv 的 value 一列。");

    /// <summary>Examination results as a measure, an indicator or a question.</summary>
    public static readonly ProblemKind ForbiddenMeasure = Error("P235", "本站不收考试成绩、升学率和排名，“{0}”属于这一类（教育部门不得以升学率给学校排名）。", "请删去这一行。");

    /// <summary>Characters that nobody sees.</summary>
    public static readonly ProblemKind BadCharacters = Error("P236", "这一格里有看不见的字符（控制字符、零宽或改变方向的字符）或乱码。", "请清空后重新录入，不要从网页或聊天里粘贴。");

    /// <summary>Another separator than the comma.</summary>
    public static readonly ProblemKind Separator = Error("P237", "表头只有一列，各列像是用{0}分开的。", "请另存为“CSV UTF-8（逗号分隔）”，用英文逗号分开。");

    /// <summary>An address that is no http or https.</summary>
    public static readonly ProblemKind BadAddress = Error("P238", "“{0}”不是网址。", "请写以 https:// 或 http:// 开头的完整网址；没有就空着。");

    /// <summary>A column that is never to be published.</summary>
    public static readonly ProblemKind NeverPublished = Error("P239", "columns.csv 规定“{0}”任何时候都不公开，公开的数据集里不能有这一列。", "请删去这一列。");

    /// <summary>A mail address or telephone number of a channel that is none.</summary>
    public static readonly ProblemKind BadContact = Error("P240", "联系方式写得不对：{0}。", "请写成 {1} 的样子。");

    /// <summary>A name that Windows keeps for itself, where an address is made of it.</summary>
    public static readonly ProblemKind ReservedName = Error("P241", "“{0}”不能做网址：Windows 不许文件用这个名字（如 con、aux、nul、com1，或以点、空格结尾）。", "请换一个名字。");

    // P3xx: keys and references.

    /// <summary>A key given twice.</summary>
    public static readonly ProblemKind RepeatedKey = Error("P301", "“{0}”重复了：{1} 已经有。", "同一个{2}只能有一行，请删去或改正其中一行。");

    /// <summary>A place that is not in places.csv.</summary>
    public static readonly ProblemKind UnknownPlace = Error("P302", "地方“{0}”不在 places.csv 里。", "最接近的是“{1}”；请改正，或在 places.csv 里补上。");

    /// <summary>A school that no table of schools has.</summary>
    public static readonly ProblemKind UnknownSchool = Error("P303", "学校“{0}”不在学校表里。", "最接近的是“{1}”；请核对学校标识码。");

    /// <summary>A scheme that is not defined.</summary>
    public static readonly ProblemKind UnknownScheme = Error("P304", "办法“{0}”没有定义。", "最接近的是“{1}”；办法放在 schemes/ 文件夹里。");

    /// <summary>A stage that the scheme does not judge.</summary>
    public static readonly ProblemKind UnknownStage = Error("P305", "学段“{0}”不认识，或者这个办法不评这个学段。", "可用的是“{1}”。");

    /// <summary>An indicator that the scheme does not have.</summary>
    public static readonly ProblemKind UnknownIndicator = Error("P306", "办法“{1}”没有指标“{0}”。", "最接近的是“{2}”；指标见该办法的 indicators.csv。");

    /// <summary>A document that is not in sources.csv.</summary>
    public static readonly ProblemKind UnknownSource = Error("P307", "来源“{0}”不在 sources.csv 里。", "最接近的是“{1}”；请改正，或在 sources.csv 里补上。");

    /// <summary>A parent that is not above.</summary>
    public static readonly ProblemKind BadParent = Error("P308", "“{0}”的上级“{1}”的层级不比它高。", "上级要更高一级：国家、省、市、县；请核对 level 和 parent。");

    /// <summary>A school whose place is no county.</summary>
    public static readonly ProblemKind NotACounty = Error("P309", "“{0}”不是县级地方。", "学校要填所在县（市、区）的代码。");

    /// <summary>A recognition without a document.</summary>
    public static readonly ProblemKind RecognitionWithoutDocument = Error("P310", "“认定”没有写来源文件。", "认定由主管部门以文件作出，请在 source 里填写文件；没有文件就不能写“认定”。");

    /// <summary>A county that nobody can turn to.</summary>
    public static readonly ProblemKind CountyWithoutChannel = Error("P311", "{0}（{1}）和它的上级都没有登记反馈渠道。", "请在 channels.csv 里给它或它的上级补一条。");

    /// <summary>A demonstration that uses a real place's code.</summary>
    public static readonly ProblemKind DemonstrationCode = Error("P312", "演示数据用了“{0}”，它可能是真实地方的代码。", "演示数据的地方代码要以 99 开头。");

    /// <summary>A real set that uses an invented code.</summary>
    public static readonly ProblemKind InventedCode = Error("P313", "“{0}”以 99 开头，那是演示数据用的虚构代码。", "请填真实的行政区划代码；演示数据要放在单独的数据集里。");

    /// <summary>A base that is not an earlier revision of the same period.</summary>
    public static readonly ProblemKind BadBase = Error("P314", "所修订的发布“{0}”不存在，或不是同一时期较早的发布。", "based_on 要写同一时期较早的发布号，如 2023.2 修订 2023.1。");

    /// <summary>A second revision without a base.</summary>
    public static readonly ProblemKind MissingBase = Error("P315", "“{0}”是修订版，却没有写 based_on。", "请写明它修订哪一次发布，如 based_on: \"2023.1\"。");

    /// <summary>A revision that gives parts of a table that was whole.</summary>
    public static readonly ProblemKind PartOfWhole = Error("P316", "表“{0}”在原发布里是一个整表，修订版却用了分表，看不出替换哪些行。", "请在修订版里放完整的一张表。");

    /// <summary>A school type that is not defined.</summary>
    public static readonly ProblemKind UnknownType = Error("P317", "办学类型“{0}”不在 types.csv 里。", "最接近的是“{1}”（GB/T 33782-2017 表4）。");

    /// <summary>A row hosted by itself or by a row that is hosted.</summary>
    public static readonly ProblemKind BadHost = Error("P318", "附设于“{0}”不成立：它是本行自己，或者它自己也附设于别的学校，或者在另一个县。", "请填写同一个县里计校数的学校。");

    /// <summary>A row that gives neither or both of two columns.</summary>
    public static readonly ProblemKind OneOfTwo = Error("P319", "“{0}”和“{1}”要填一个，只能填一个。", "请核对。");

    /// <summary>A place that succeeds itself.</summary>
    public static readonly ProblemKind OwnSuccessor = Error("P320", "“{0}”的继任写的是它自己。", "请写撤并后承接它的地方的代码；没有就空着。");

    // P4xx: schemes.

    /// <summary>A formula that cannot be read.</summary>
    public static readonly ProblemKind BadFormula = Error("P401", "算式“{0}”读不懂。", "只能写列名的加减，列名后可乘一个数，如 teaching_area - indoor_sports_area、equipment*10000；分母是一个列名，可除以一个数，如 pupils_{{stage}}/100。");

    /// <summary>A formula with a column that is not defined.</summary>
    public static readonly ProblemKind FormulaColumn = Error("P402", "算式里的列“{0}”不在 columns.csv 里，或者不是数字列。", "最接近的是“{1}”。");

    /// <summary>A limit or standard looser than the country's.</summary>
    public static readonly ProblemKind Looser = Error("P403", "“{0}”比全国的“{1}”宽。", "地方标准只能更严；请核对数值和方向。");

    /// <summary>Dates of two rows overlap.</summary>
    public static readonly ProblemKind Overlap = Error("P404", "起止日期与 {0} 重叠。", "请给较早的一行填上 until（最后一天）。");

    /// <summary>A stage without weights.</summary>
    public static readonly ProblemKind StageWithoutWeight = Error("P405", "学段“{0}”没有权重，一贯制学校的资产拆分不了。", "请在 scheme.yaml 的 weights 里补上。");

    /// <summary>A limit on an unknown matter.</summary>
    public static readonly ProblemKind UnknownWhat = Error("P406", "限值的对象“{0}”不认识。", "最接近的是“{1}”；可写指标、composite、each、government 或 satisfaction。");

    /// <summary>An end before the beginning.</summary>
    public static readonly ProblemKind UntilBeforeFrom = Error("P407", "止（{1}）早于起（{0}）。", "请核对日期。");

    /// <summary>More standards to meet than there are.</summary>
    public static readonly ProblemKind TooManyToMeet = Error("P408", "要求达到 {0} 项，可是只有 {1} 项标准。", "请核对 school_rule 和 indicators.csv 的 use。");

    /// <summary>A scheme without indicators.</summary>
    public static readonly ProblemKind NoIndicators = Error("P409", "办法“{0}”没有指标。", "请在 indicators.csv 里至少写一行。");

    // P5xx: texts of input/.

    /// <summary>A text without front matter.</summary>
    public static readonly ProblemKind NoFrontMatter = Error("P501", "文件开头没有说明栏。", "第 1 行写三个减号 ---，接着写 title: 标题，再写一行 ---，然后是正文。");

    /// <summary>Front matter that is never closed.</summary>
    public static readonly ProblemKind OpenFrontMatter = Error("P502", "说明栏没有结束。", "请在说明栏后面单独写一行三个减号 ---。");

    /// <summary>A file name that cannot become an address.</summary>
    public static readonly ProblemKind BadTextName = Error("P503", "文件名“{0}”不能做网址。", "文件名和文件夹名只用小写英文字母、数字和连字符，如 how-to-read.md。");

    /// <summary>A file among the texts that is no Markdown by its name.</summary>
    public static readonly ProblemKind UnusedFile = Warning("P504", "文件“{0}”没有用到：文字只读以小写 .md 结尾的文件。", "请改名，或移到别处。");

    /// <summary>HTML in a text.</summary>
    public static readonly ProblemKind RawHtml = Error("P551", "文中夹有 HTML。", "请改用 Markdown 的写法；input/ 里不用 HTML。");

    /// <summary>A picture in a text.</summary>
    public static readonly ProblemKind Image = Error("P552", "文中引用了图片“{0}”，文字页面不放图片。", "请改用文字或表格说明。");

    /// <summary>A link that is neither a path nor a web address.</summary>
    public static readonly ProblemKind LinkForm = Error("P553", "链接“{0}”的写法不对。", "站内写文件路径（如 glossary.md#差异系数）或地址（如 /places/990121/），站外写 https:// 开头的完整地址。");

    /// <summary>A link of a text to a page that the site does not have.</summary>
    public static readonly ProblemKind LinkToNowhere = Error("P554", "链接“{0}”指向本站没有的地址“/{1}”。", "请改正链接，或补上那一页的数据。");

    /// <summary>Two headings alike in one text.</summary>
    public static readonly ProblemKind HeadingTwice = Error("P555", "标题“{0}”在本文里出现了两次，链接无法区分。", "请改其中一个。");

    /// <summary>A level-1 heading in a text.</summary>
    public static readonly ProblemKind HeadingLevel = Error("P556", "标题“{0}”用了一级（#）；一级标题由 title 给出。", "请改为二级（##）。");

    /// <summary>A figure reference that finds no value.</summary>
    public static readonly ProblemKind UnknownFigure = Error("P557", "数字引用“{0}”找不到值：{1}。", "请核对地区、办法、学段、指标、年份和发布号。");

    /// <summary>Asterisks that Markdown did not take for bold: it does not close after a Chinese full stop.</summary>
    public static readonly ProblemKind BoldNotClosed = Error("P558", "“**”没有成为加粗，会原样印在页面上。", "加粗的右边“**”前面不要是标点：写“**这是演示**。”，不写“**这是演示。**”。");

    private static ProblemKind Error(string code, string text, string remedy) => Keep(new(code, Severity.Error, text, remedy));

    private static ProblemKind Warning(string code, string text, string remedy) => Keep(new(code, Severity.Warning, text, remedy));

    private static ProblemKind Keep(ProblemKind kind)
    {
        (kinds ??= []).Add(kind);
        return kind;
    }
}
