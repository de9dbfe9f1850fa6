/** Pages for the tests: an article of our own among what stands around articles. */

const PARAGRAPHS = [
  '<b>Bí thư</b> Tỉnh ủy Quảng&nbsp;Trị <a href="/nhan-vat">Nguyễn Văn <i>Phương</i></a> vừa đi kiểm tra kè biển ở xã Cửa Việt, nơi sóng lấn vào vườn dân từ đầu mùa gió.',
  'Sau gần hai giờ đi dọc tuyến kè, đoàn nghe chính quyền xã và đơn vị thi công báo cáo tiến độ, những đoạn còn vướng đất của dân, và phần vốn chưa giải ngân của năm nay.',
  '&#212;ng y&ecirc;u c&#7847;u S&#7903; T&agrave;i ch&iacute;nh b&aacute;o c&aacute;o s&#7889; v&#7889;n còn lại tr&#432;&#7899;c ng&agrave;y <time>20/3</time>; các xã ven biển tiếp tục trực gác đêm, không để dân ở lại những nhà sát mép nước.',
  'Cùng dự có Chủ tịch UBND tỉnh\r\n   Trần Thị <!-- lời bình -->Hòa và nguyên Bí thư Tỉnh ủy nhiệm kỳ 2015<span>-</span>2020, cùng nhiều hộ dân đã hiến đất làm đường công vụ.',
]

export const HEADLINE = 'Bí thư Tỉnh ủy kiểm tra kè biển Cửa Việt'

export const page = (paragraphs: readonly string[] = PARAGRAPHS): string => `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<title>${HEADLINE} - Báo Làng Biển</title>
<meta property="article:published_time" content="2026-03-05T07:30:00+07:00">
<script>var quangCao = "Thủ tướng Lê Quảng Cáo yêu cầu xem quảng cáo trước ngày 1/1"</script>
<style>.kè { color: blue }</style></head>
<body>
<header><nav class="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/thoi-su">Thời sự</a></li></ul></nav></header>
<main><article class="article">
<h1>${HEADLINE}</h1>
<div class="content">
${paragraphs.map(p => `<p>${p}</p>`).join('\n')}
</div>
</article>
<aside class="related sidebar"><h3>Tin liên quan</h3><ul>
<li><a href="/1">Chủ tịch UBND tỉnh Cà Mau Lê Thị Bên Lề đi chợ nổi</a></li>
<li><a href="/2">Bộ trưởng Bộ Y tế Phạm Văn Ngoài thăm trạm xá</a></li></ul></aside>
</main>
<footer class="footer"><p>Tổng Biên tập: Vũ Văn Chân Trang. Giấy phép số 12.</p></footer>
</body></html>`
